// Media workers of the platform that is measured: started, killed, and watched.

import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { childrenOf, watchHeap, watchMemory } from '../processes.mjs';

const SCRIPT = fileURLToPath(new URL('../../worker.sh', import.meta.url));

export class Workers {
  #running = new Map();
  #count = 0;

  constructor(work) {
    this.work = work;
  }

  /**
   * A worker more.
   *
   * @param environment may set how many threads it has
   * @param watched whether its memory is of interest; looking at it takes some of the time that is measured
   */
  start(environment = {}, watched = false) {
    const id = `bench-${++this.#count}`;
    const log = openSync(path.join(this.work, `${id}.log`), 'a');
    const args = ['--no-build', '--data', path.join(this.work, 'data'), '--id', id, '--work-dir', path.join(this.work, id)];
    const process = spawn(SCRIPT, args, { stdio: ['ignore', log, log], env: { ...globalThis.process.env, ...environment } });
    const ended = new Promise((resolve) => process.once('exit', resolve));
    this.#running.set(process.pid, { process, ended, watches: watched ? [watchHeap(process.pid), watchMemory(process.pid)] : [] });
    return process.pid;
  }

  /** With no warning, as power cuts do it; answers the peaks of its heap and of its whole tree, in MiB, if it was watched. */
  async kill(pid) {
    const family = [...childrenOf(pid).keys()];
    const peaks = await this.#end(pid, 'SIGKILL');
    // Its ffmpeg ends by itself; whatever does not would be in the way of the measurement.
    family.forEach((each) => signal(each, 'SIGKILL'));
    return peaks;
  }

  /** Ends all; answers the highest peaks of them. */
  async stop() {
    const peaks = await Promise.all([...this.#running.keys()].map((pid) => this.#end(pid, 'SIGTERM')));
    return highest(peaks);
  }

  async #end(pid, how) {
    const { process, ended, watches } = this.#running.get(pid);
    this.#running.delete(pid);
    const [heap = 0, memory = 0] = watches.map((watch) => watch.stop());
    process.kill(how);
    await ended;
    return { heap, memory };
  }
}

export function highest(peaks) {
  return {
    heap: Math.max(0, ...peaks.map(({ heap }) => heap)),
    memory: Math.max(0, ...peaks.map(({ memory }) => memory)),
  };
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already.
  }
}
