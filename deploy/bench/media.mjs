// The measuring of media.sh: FILE and a work folder; BASE_URL, LECTUREHALLS_WORKER_FFMPEG, RUNS, ONLY and others from the
// environment.

import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Platform } from '../demo/client.mjs';
import { upload } from '../demo/upload.mjs';
import { follow } from '../demo/watch.mjs';
import { look, plain, run, throughPlatform } from './encodes.mjs';
import { Issuer } from './issuer.mjs';
import { plainLadder, rungByRung } from './ladder.mjs';
import { Browser } from './media/browser.mjs';
import { peakOfSmallest } from './media/playlists.mjs';
import { highest, Workers } from './media/workers.mjs';
import { median, printTable, printTarget } from './report.mjs';

const ONE_THREAD = { LECTUREHALLS_WORKER_VIDEO_THREADS: '1', LECTUREHALLS_WORKER_VIDEO_PARTS: '1' };
/** What keeps videos of hours short to measure: all that depends on length and rungs is as in a lecture. */
const FEW_FRAMES = 10;
const CHUNK_SECONDS = 60;
/** Long enough to be shared. */
const WARM_UP_SECONDS = 100;
const REGION = '451022';
const ROWS = { 'one-worker': oneWorker, 'two-workers': twoWorkers, 'rung-by-rung': oneRungAfterAnother, 'first-picture': firstPicture,
  kill: killHalfWay, 'two-hours': twoHours, peak: peakOfLine, objects: objectsOfHour };

const say = (text) => process.stderr.write(`bench: ${text}\n`);
const number = (name, otherwise) => Number(process.env[name] ?? otherwise);

class Bench {
  constructor(file, work) {
    Object.assign(this, { file, work, runs: number('RUNS', 3), table: [], targets: [], known: new Map() });
    this.workers = new Workers(work);
  }

  async open() {
    this.issuer = await new Issuer().listen(number('ISSUER_PORT'));
    const platform = await new Platform(process.env.BASE_URL).connect();
    this.lecturer = await platform.as(async () => this.issuer.token('bench-lecturer', 'lecturer', REGION));
    this.source = await look(this.file);
    return this;
  }

  /** Measured once, however many rows want it. */
  once(name, measure) {
    if (!this.known.has(name)) {
      this.known.set(name, measure());
    }
    return this.known.get(name);
  }

  async medianOf(what, measure) {
    const seconds = [];
    for (let i = 1; i <= this.runs; i++) {
      say(`${what}, run ${i} of ${this.runs}`);
      seconds.push(await measure());
    }
    this.table.push([what, ...seconds]);
    return median(seconds);
  }

  plainWall() {
    return this.once('plain', () => this.medianOf('one plain command, s', async () => (await plain(plainLadder(this.file, this.source), this.work)).wall));
  }

  workerWall() {
    return this.once('one-worker', async () => {
      this.workers.start();
      await this.warmUp();
      const wall = await this.medianOf('platform, one worker, s', () => this.encode(this.file));
      await this.workers.stop();
      return wall;
    });
  }

  /** Programs that have only just started pay for the loading and compiling of their classes; this takes the same way as what is measured. */
  async warmUp() {
    await this.encode(await this.once('warm-up', () => this.loop(WARM_UP_SECONDS, 'warm-up.mp4')));
  }

  /** Wall seconds from the job's start; the asset is deleted when it was looked at. */
  async encode(file, { watch, then = () => {} } = {}) {
    const { wall, asset } = await throughPlatform(this.lecturer, file, { watch });
    await then(asset);
    await this.lecturer.delete(`/media-assets/${asset.id}`);
    return wall;
  }

  async master(assetId) {
    return (await this.lecturer.get(`/media-assets/${assetId}/links`)).master;
  }

  /** The given video in a loop, not encoded again. */
  async loop(seconds, name, from = this.file) {
    const file = path.join(this.work, name);
    await this.ffmpeg('-stream_loop', '-1', '-i', from, '-t', String(seconds), '-c', 'copy', file);
    return file;
  }

  /** Hours of it at few frames a second. */
  async hours(count, name) {
    const minute = path.join(this.work, 'minute.mp4');
    await this.ffmpeg('-t', '60', '-i', this.file, '-r', String(FEW_FRAMES), '-c:v', 'libx264', '-preset', 'veryfast', '-c:a', 'copy', minute);
    return this.loop(count * 3600, name, minute);
  }

  ffmpeg(...args) {
    return run(path.join(process.env.LECTUREHALLS_WORKER_FFMPEG, 'ffmpeg'), ['-v', 'error', '-nostdin', '-y', ...args]);
  }

  target(...target) {
    this.targets.push(target);
  }

  async close() {
    await this.workers.stop();
    this.issuer.close();
  }
}

async function oneWorker(bench) {
  bench.target('media-one-worker-wall-ratio', (await bench.workerWall()) / (await bench.plainWall()), 1.05);
}

async function twoWorkers(bench) {
  const plainWall = await bench.plainWall();
  bench.workers.start(ONE_THREAD);
  bench.workers.start(ONE_THREAD);
  await bench.warmUp();
  const wall = await bench.medianOf('platform, two workers of one thread, s', () => bench.encode(bench.file));
  await bench.workers.stop();
  bench.target('media-two-workers-wall-ratio', wall / plainWall, 0.95);
}

async function oneRungAfterAnother(bench) {
  const commands = rungByRung(bench.file, bench.source);
  const wall = await bench.medianOf('one command a rung, s', async () => {
    let seconds = 0;
    for (const command of commands) {
      seconds += (await plain(command, bench.work)).wall;
    }
    return seconds;
  });
  bench.target('media-rung-by-rung-wall-ratio', wall / (await bench.workerWall()), 1.25, { atLeast: true });
}

async function firstPicture(bench) {
  const long = await bench.loop(60 * number('MINUTES_OF_VIDEO', 60), 'long.mp4');
  const browser = await Browser.open(`${process.env.BASE_URL}/api/v1/configuration`);
  bench.workers.start();
  try {
    await bench.warmUp();
    const seconds = await bench.medianOf('upload completed to first picture, s', () => untilPicture(bench, browser, long));
    bench.target('media-first-picture-seconds', seconds, 8);
  } finally {
    await browser.close();
    await bench.workers.stop();
  }
}

async function untilPicture(bench, browser, file) {
  const id = await upload(bench.lecturer, file, 'VIDEO', () => {});
  const completed = performance.now();
  await new Promise((playable, failed) => {
    follow(bench.lecturer, id, (asset) => asset.playable && playable()).then(playable, failed);
  });
  const size = await browser.firstPicture(await bench.master(id));
  const seconds = (performance.now() - completed) / 1000;
  say(`a picture of ${size} after ${seconds.toFixed(1)} s`);
  await bench.lecturer.delete(`/media-assets/${id}`);
  return seconds;
}

async function killHalfWay(bench) {
  const undisturbed = await bench.workerWall();
  let worker = bench.workers.start();
  await bench.warmUp();
  let killed = false;
  const wall = await bench.encode(bench.file, {
    watch: ({ job }) => {
      if (!killed && job.percent >= 50) {
        killed = true;
        say(`killing the worker at ${job.percent} %`);
        void bench.workers.kill(worker).then(() => (worker = bench.workers.start()));
      }
    },
  });
  await bench.workers.stop();
  bench.table.push(['killed half way, s', wall]);
  const chunk = undisturbed * Math.min(1, CHUNK_SECONDS / bench.source.seconds);
  bench.target('media-kill-extra-seconds', wall - undisturbed, chunk + 60);
}

async function twoHours(bench) {
  const file = await bench.hours(number('HOURS_OF_VIDEO', 2), 'hours.mp4');
  const watched = () => bench.workers.start({}, true);
  let worker = watched();
  const peaks = [];
  const kills = [33, 66];
  let ending;
  const wall = await bench.encode(file, {
    watch: ({ job }) => {
      if (kills.length > 0 && job.percent >= kills[0] && !ending) {
        kills.shift();
        say(`killing the worker at ${job.percent} %`);
        ending = bench.workers.kill(worker).then((peak) => {
          peaks.push(peak);
          worker = watched();
          ending = undefined;
        });
      }
    },
    then: (asset) => say(`${asset.durationSeconds} s are ${asset.state}: ${asset.renditions.join(' ')}`),
  });
  const { heap, memory } = highest([...peaks, await bench.workers.stop()]);
  bench.table.push([`${number('HOURS_OF_VIDEO', 2)} h with two kills, s`, wall]);
  bench.target('media-two-hours-heap-mebibytes', heap, 256);
  bench.target('media-two-hours-tree-mebibytes', memory, 1024);
}

async function peakOfLine(bench) {
  bench.workers.start();
  await bench.encode(bench.file, {
    then: async (asset) => bench.target('media-smallest-peak-kilobits', await peakOfSmallest(await bench.master(asset.id)), 200),
  });
  await bench.workers.stop();
}

async function objectsOfHour(bench) {
  const file = await bench.hours(1, 'hour.mp4');
  bench.workers.start();
  await bench.encode(file, {
    then: async (asset) => bench.target('media-objects-an-hour', await objectsOf(bench.work, asset.id), 400),
  });
  await bench.workers.stop();
}

/** The store of a platform that was started for this keeps objects as files. */
async function objectsOf(work, assetId) {
  const files = await readdir(path.join(work, 'data', 'objects'), { recursive: true, withFileTypes: true });
  const count = files.filter((file) => file.isFile() && `${file.parentPath ?? file.path}/`.includes(`/media/${assetId}/`)).length;
  if (count === 0) {
    throw new Error('no objects of the video were found in the store');
  }
  return count;
}

async function main(file, work) {
  const wanted = (process.env.ONLY ?? Object.keys(ROWS).join(',')).split(',');
  const unknown = wanted.filter((name) => !ROWS[name]);
  if (unknown.length > 0) {
    throw new Error(`there is no row ${unknown.join(', ')}; there are: ${Object.keys(ROWS).join(' ')}`);
  }
  const bench = await new Bench(file, work).open();
  try {
    for (const name of wanted) {
      say(name);
      await ROWS[name](bench);
    }
  } finally {
    await bench.close();
  }
  const { width, height, seconds } = bench.source;
  console.log(`${seconds.toFixed(1)} s of ${width}x${height}`);
  const columns = Math.max(...bench.table.map((row) => row.length), 2);
  const header = ['what', ...Array.from({ length: columns - 1 }, (_, i) => `run ${i + 1}`)];
  printTable(header, bench.table.map((row) => [...row, ...Array(columns - row.length).fill('')]));
  bench.targets.forEach((target) => printTarget(...target));
}

try {
  await main(...process.argv.slice(2));
} catch (e) {
  say(e.message);
  process.exitCode = 1;
}
