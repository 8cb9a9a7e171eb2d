// The measuring of transcode.sh: FILE and a work folder; BASE_URL, LECTUREHALLS_WORKER_FFMPEG, RUNS from the environment.

import { Platform } from '../demo/client.mjs';
import { look, plain, throughPlatform } from './encodes.mjs';
import { plainLadder } from './ladder.mjs';
import { childrenOf, runningJar, watchHeap } from './processes.mjs';
import { median, printTable, printTarget } from './report.mjs';

const WORKER_JAR = 'lecture-halls-media-worker.jar';
const MEBIBYTES_OF_HEAP = 256;
const RATIO = 1.1;

const say = (text) => process.stderr.write(`bench: ${text}\n`);

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
    pairs.push([await plain(plainLadder(file, source), work), await throughPlatform(lecturer, file, { worker })]);
    await lecturer.delete(`/media-assets/${pairs.at(-1)[1].asset.id}`);
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
