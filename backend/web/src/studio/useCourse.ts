import { ref, shallowRef } from 'vue';
import { api, etag, intentionKey, unwrap } from '@/api/client';
import type { Course, CourseContent } from '@/api/model';

const one = (course: Course) => ({ params: { path: { id: course.id } } });

/** One course being made: every change answers the course as it now stands, so that the next change knows its version. */
export function useCourse(id: string | undefined) {
  const course = shallowRef<Course>();
  const error = shallowRef<unknown>();
  const key = intentionKey();
  const saved = ref(true);

  async function load(): Promise<void> {
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
      ? await unwrap(
          api.PUT('/api/v1/courses/{id}', {
            params: { path: { id: known.id }, header: { 'If-Match': etag(known.version) } },
            // What this form does not show stays as it is.
            body: {
              ...content,
              subject: known.subject,
              audience: known.audience,
              prerequisites: known.prerequisites,
            },
          }),
        )
      : await unwrap(api.POST('/api/v1/courses', { params: { header: { 'Idempotency-Key': key } }, body: content }));
    saved.value = true;
    return course.value;
  }

  async function addLesson(title: string, mediaAssetId: string): Promise<void> {
    if (!course.value) return;
    const body = { title, mediaAssetId };
    course.value = await unwrap(api.POST('/api/v1/courses/{id}/lessons', { ...one(course.value), body }));
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

  async function submit(): Promise<void> {
    if (!course.value) return;
    await unwrap(api.POST('/api/v1/courses/{id}/submit', one(course.value)));
    course.value = await unwrap(api.GET('/api/v1/courses/{id}', one(course.value)));
  }

  void load();
  return { course, error, saved, load, save, addLesson, removeLesson, reorder, submit };
}

/** The file name without its ending. */
export function titleFrom(fileName: string): string {
  return fileName.replace(/\.[^.]{1,5}$/, '').trim() || fileName;
}
