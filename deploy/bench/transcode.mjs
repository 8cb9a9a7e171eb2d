// The measuring of transcode.sh: FILE and a work folder; BASE_URL, LECTUREHALLS_WORKER_FFMPEG, RUNS from the environment.

import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { Platform } from '../demo/client.mjs';
import { upload } from '../demo/upload.mjs';
import { follow } from '../demo/watch.mjs';
import { plainLadder } from './ladder.mjs';
import { childrenOf, cpuSeconds, runningJar, watchHeap } from './processes.mjs';
import { median, printTable, printTarget } from './report.mjs';

const WORKER_JAR = 'lecture-halls-media-worker.jar';
const MEBIBYTES_OF_HEAP = 256;
const RATIO = 1.1;

const run = promisify(execFile);
const say = (text) => process.stderr.write(`bench: ${text}\n`);

/** Wall and CPU seconds of a command and of its children. */
async function timed(command, args, cwd) {
  const script = 'TIMEFORMAT="%R %U %S"; { time "$@" 2>&3; } 3>errors 2>&1';
  try {
    const { stdout } = await run('bash', ['-c', script, 'timed', command, ...args], { cwd });
    const [wall, user, system] = stdout.trim().split(/\s+/).map(Number);
    return { wall, cpu: user + system };
  } catch (e) {
    throw new Error(`${command} failed; what it said is in ${cwd}/errors: ${e.message}`);
  }
}

async function plain(file, source, work) {
  const folder = path.join(work, 'plain');
  await mkdir(folder, { recursive: true });
  const figures = await timed(path.join(process.env.LECTUREHALLS_WORKER_FFMPEG, 'ffmpeg'), plainLadder(file, source), folder);
  await rm(folder, { recursive: true });
  return figures;
}

/** From the moment that a worker has the job until the asset is ready to be published. */
async function throughPlatform(lecturer, file, worker) {
  const assetId = await upload(lecturer, file, 'VIDEO', () => {});
  let received;
  let cpu;
  const asset = await follow(lecturer, assetId, ({ job }) => {
    if (!received && job.state !== 'QUEUED') {
      received = performance.now();
      cpu = cpuSeconds(worker);
    }
  });
  const figures = { wall: (performance.now() - received) / 1000, cpu: cpuSeconds(worker) - cpu };
  if (asset.state !== 'READY') {
    throw new Error(`the platform answered ${asset.state}: ${JSON.stringify(asset.refusal ?? asset.job)}`);
  }
  await lecturer.delete(`/media-assets/${assetId}`);
  return { ...figures, asset };
}

/** What the plain command needs to know of the file: its picture's size as shown, and its frame rate. */
async function look(file) {
  const entries = 'stream=codec_type,width,height,avg_frame_rate:stream_side_data=rotation:format=duration';
  const { stdout } = await run(path.join(process.env.LECTUREHALLS_WORKER_FFMPEG, 'ffprobe'), [
    '-v', 'error', '-show_entries', entries, '-of', 'json', `file:${file}`,
  ]);
  const { streams, format } = JSON.parse(stdout);
  const video = streams.find((stream) => stream.codec_type === 'video');
  const turned = Math.abs(video.side_data_list?.[0]?.rotation ?? 0) % 180 === 90;
  const [width, height] = turned ? [video.height, video.width] : [video.width, video.height];
  return { width, height, rate: video.avg_frame_rate, audio: streams.some((s) => s.codec_type === 'audio'), seconds: Number(format.duration) };
}

/** The worker to be measured: that of the platform that was started for it, or the only one on this machine. */
function findWorker() {
  const { WORKER_PID, PLATFORM_PID } = process.env;
  if (WORKER_PID) {
    return Number(WORKER_PID);
  }
  const family = PLATFORM_PID && childrenOf(Number(PLATFORM_PID));
  const workers = runningJar(WORKER_JAR).filter((pid) => !family || family.has(pid));
  if (workers.length !== 1) {
    throw new Error(`${workers.length} media workers run on this machine; name the one to measure by WORKER_PID`);
  }
  return workers[0];
}

async function main(file, work) {
  const platform = await new Platform(process.env.BASE_URL).connect();
  const lecturer = await platform.signIn('lecturer', process.env.DEMO_PASSWORD ?? 'local-demo-only');
  const source = await look(file);
  const worker = findWorker();
  const heap = watchHeap(worker);
  const pairs = [];
  const runs = Number(process.env.RUNS ?? 3);
  for (let i = 1; i <= runs; i++) {
    say(`run ${i} of ${runs}`);
    pairs.push([await plain(file, source, work), await throughPlatform(lecturer, file, worker)]);
  }
  report(source, pairs, heap.stop());
}

function report(source, pairs, heapPeak) {
  const [plainWall, plainCpu] = ['wall', 'cpu'].map((figure) => median(pairs.map(([plain]) => plain[figure])));
  const [wall, cpu] = ['wall', 'cpu'].map((figure) => median(pairs.map(([, ours]) => ours[figure])));
  const rungs = pairs[0][1].asset.renditions.join(' ');
  console.log(`${source.seconds.toFixed(1)} s of ${source.width}x${source.height}, renditions: ${rungs}`);
  printTable(
    ['run', 'plain wall s', 'plain CPU s', 'platform wall s', 'platform CPU s', 'wall ratio'],
    [
      ...pairs.map(([plain, ours], i) => [String(i + 1), plain.wall, plain.cpu, ours.wall, ours.cpu, ours.wall / plain.wall]),
      ['median', plainWall, plainCpu, wall, cpu, wall / plainWall],
    ],
  );
  printTarget('transcode-wall-ratio', wall / plainWall, RATIO);
  printTarget('worker-heap-mebibytes', heapPeak, MEBIBYTES_OF_HEAP);
}

try {
  await main(...process.argv.slice(2));
} catch (e) {
  say(e.message);
  process.exitCode = 1;
}
