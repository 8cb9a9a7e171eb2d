import { shallowRef, watch } from 'vue';
import { api, etag, intentionKey, unwrap } from '@/api/client';
import type { Course, CourseContent, Session } from '@/api/model';

const one = (course: Course) => ({ params: { path: { id: course.id } } });
const unchanged = ({ id, version }: Course) => ({ params: { path: { id }, header: { 'If-Match': etag(version) } } });

/** One course being made: every change answers the course as it now stands, so that the next change knows its version. */
export function useCourse(idNow: () => string | undefined) {
  const course = shallowRef<Course>();
  const error = shallowRef<unknown>();
  const key = intentionKey();

  async function load(): Promise<void> {
    const id = idNow();
    if (!id) return;
    try {
      course.value = await unwrap(api.GET('/api/v1/courses/{id}', { params: { path: { id } } }));
      error.value = undefined;
    } catch (problem) {
      error.value = problem;
    }
  }

  async function save(content: CourseContent): Promise<Course> {
    const known = course.value;
    course.value = known
      ? await unwrap(api.PUT('/api/v1/courses/{id}', { ...unchanged(known), body: content }))
      : await unwrap(api.POST('/api/v1/courses', { params: { header: { 'Idempotency-Key': key } }, body: content }));
    return course.value;
  }

  async function addLesson(title: string, mediaAssetId: string): Promise<void> {
    if (!course.value) return;
    const body = { title, mediaAssetId };
    course.value = await unwrap(api.POST('/api/v1/courses/{id}/lessons', { ...one(course.value), body }));
  }

  async function addSession({ id: sessionId, title }: Session): Promise<void> {
    if (!course.value) return;
    const body = { title, sessionId };
    course.value = await unwrap(api.POST('/api/v1/courses/{id}/session-lessons', { ...unchanged(course.value), body }));
  }

  async function removeLesson(lessonId: string): Promise<void> {
    const known = course.value;
    if (!known) return;
    await unwrap(
      api.DELETE('/api/v1/courses/{id}/lessons/{lessonId}', {
        params: { path: { id: known.id, lessonId }, header: { 'If-Match': etag(known.version) } },
      }),
    );
    course.value = await unwrap(api.GET('/api/v1/courses/{id}', one(known)));
  }

  /** When it fails, the list shows the order again that the server has. */
  async function reorder(lessonIds: string[]): Promise<void> {
    const known = course.value;
    if (!known) return;
    const params = { path: { id: known.id }, header: { 'If-Match': etag(known.version) } };
    try {
      course.value = await unwrap(api.PUT('/api/v1/courses/{id}/lesson-order', { params, body: { lessonIds } }));
    } catch (problem) {
      course.value = { ...known };
      await load();
      throw problem;
    }
  }

  async function step(name: 'submit' | 'withdraw'): Promise<void> {
    const known = course.value;
    if (!known) return;
    if (name === 'submit') await unwrap(api.POST('/api/v1/courses/{id}/submit', one(known)));
    else await unwrap(api.POST('/api/v1/courses/{id}/withdraw', one(known)));
    course.value = await unwrap(api.GET('/api/v1/courses/{id}', one(known)));
  }

  /** The id of the course's revision, begun if there is none. */
  async function revise(known: Course): Promise<string> {
    return (await unwrap(api.POST('/api/v1/courses/{id}/revision', one(known)))).id;
  }

  async function putAway(known: Course): Promise<void> {
    await unwrap(api.DELETE('/api/v1/courses/{id}', unchanged(known)));
  }

  // A course that was just created is here already.
  watch(idNow, (id) => {
    if (id === course.value?.id) return;
    course.value = undefined;
    void load();
  }, { immediate: true });
  return { course, error, load, save, addLesson, addSession, removeLesson, reorder, step, revise, putAway };
}

/** The file name without its ending. */
export function titleFrom(fileName: string): string {
  return fileName.replace(/\.[^.]{1,5}$/, '').trim() || fileName;
}
