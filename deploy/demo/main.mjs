// The main job of the platform, done once by people of the demo realm. See ../demo.sh.

import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Platform, Problem } from './client.mjs';
import { runContest } from './contest.mjs';
import { checkPlayable } from './playback.mjs';
import { upload } from './upload.mjs';
import { follow } from './watch.mjs';

const REFUSED_AT_ONCE = new Set(['empty-file', 'file-too-large', 'unknown-kind', 'kind-mismatch']);
const MEGABYTE = 1_000_000;
const TITLE_LENGTH = 60;

const say = (text) => process.stderr.write(`demo: ${text}\n`);

/** Says a line only when it differs from the last one. */
function teller(subject) {
  let last;
  return (text) => {
    if (text !== last) {
      say(`${subject}: ${text}`);
      last = text;
    }
  };
}

function titleOf(file) {
  const name = path.basename(file, path.extname(file)).replace(/\p{C}/gu, ' ').trim();
  return Array.from(name || '未命名').slice(0, TITLE_LENGTH).join('');
}

/** Uploads a file and waits for its job; an asset that is READY, or {state: REFUSED, reason, message}. */
async function bringIn(lecturer, file, kind) {
  const tell = teller(path.basename(file));
  let assetId;
  try {
    assetId = await upload(lecturer, file, kind, (sent, size) =>
      tell(`sent ${(sent / MEGABYTE).toFixed(1)} of ${(size / MEGABYTE).toFixed(1)} MB`),
    );
  } catch (e) {
    if (e instanceof Problem && REFUSED_AT_ONCE.has(e.code)) {
      return refused(tell, e.code, e.sentence);
    }
    throw e;
  }
  const asset = await follow(lecturer, assetId, ({ state, job }) =>
    tell(state === 'PROCESSING' ? `${job.state.toLowerCase()} ${job.step ?? ''} ${job.percent ?? 0}%` : state.toLowerCase()),
  );
  if (asset.state === 'FAILED') {
    const { detail, outputTail } = asset.job;
    throw new Error([`${path.basename(file)} failed: ${detail}`, outputTail].filter(Boolean).join('\n'));
  }
  return asset.state === 'REFUSED' ? refused(tell, asset.refusal.code, asset.refusal.message) : asset;
}

function refused(tell, reason, message) {
  tell(`refused, ${reason}: ${message}`);
  return { state: 'REFUSED', reason, message };
}

async function publishCourse(platform, { lecturer, officer }, file, asset) {
  const title = titleOf(file);
  const draft = await lecturer.post('/courses', { title, summary: '示例课程', format: 'LECTURE', language: 'zh' });
  const course = await lecturer.post(`/courses/${draft.id}/lessons`, { title, mediaAssetId: asset.id });
  await lecturer.post(`/courses/${course.id}/submit`);
  await officer.post(`/courses/${course.id}/publish`);
  const visitor = platform.anonymous();
  const { lessons } = await visitor.get(`/courses/${course.id}`);
  const { master } = await visitor.get(`/courses/${course.id}/lessons/${lessons[0].id}/playback`);
  const address = new URL(master, platform.api).href;
  say(`course ${course.id} is published and plays: ${await checkPlayable(address)} playlists read`);
  return { state: 'PUBLISHED', master: address, durationSeconds: asset.durationSeconds, renditions: asset.renditions };
}

async function signInAll(platform) {
  const password = process.env.DEMO_PASSWORD ?? 'local-demo-only';
  const names = ['lecturer', 'publicity', 'judge1', 'judge2', 'judge3'];
  const [lecturer, officer, ...judges] = await Promise.all(names.map((name) => platform.signIn(name, password)));
  return { lecturer, officer, judges };
}

async function demonstrate(video, plan) {
  const platform = await new Platform(process.env.BASE_URL ?? 'http://localhost:8080').connect();
  const people = await signInAll(platform);
  say(`signed in at ${platform.configuration.issuer}`);

  const result = { video: null, lessonPlan: null, ranking: [] };
  const film = await bringIn(people.lecturer, video, 'VIDEO');
  result.video = film.state === 'REFUSED' ? film : await publishCourse(platform, people, video, film);

  let entry = { kind: 'LECTURE_VIDEO', title: titleOf(video), mediaAssetId: film.id };
  if (plan !== undefined) {
    const paper = await bringIn(people.lecturer, plan, 'DOCUMENT');
    entry = { kind: 'LESSON_PLAN', title: titleOf(plan), mediaAssetId: paper.id };
    result.lessonPlan = paper.state === 'REFUSED' ? paper : await describe(people.lecturer, paper);
  }
  if (entry.mediaAssetId) {
    result.ranking = await runContest(platform, people, entry, say);
  }
  return result;
}

async function describe(lecturer, paper) {
  const { pdf } = await lecturer.get(`/media-assets/${paper.id}/links`);
  return { state: 'READY', pdf, pages: paper.pages };
}

async function checkFile(file) {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) {
    throw new Error(`${file} is not a file`);
  }
}

async function main(files) {
  if (files.length < 1 || files.length > 2) {
    throw new Error('usage: deploy/demo.sh VIDEO [LESSON_PLAN]');
  }
  await Promise.all(files.map(checkFile));
  const result = await demonstrate(...files);
  process.stdout.write(`${JSON.stringify(result)}\n`);
  return [result.video, result.lessonPlan].some((file) => file?.state === 'REFUSED') ? 2 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (e) {
  say(e.message);
  process.exitCode = 1;
}
