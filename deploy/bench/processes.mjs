// Watches processes from outside: CPU time and memory of a tree, heap of a JVM.

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const TICKS_A_SECOND = 100;

/** Fields of /proc/PID/stat after the name, which may hold spaces and brackets; undefined when the process is gone. */
function stat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** Ids of the processes that run the jar with this name. */
export function runningJar(name) {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => commandOf(pid).some((word) => word.endsWith(name)) && /java$/.test(commandOf(pid)[0]));
}

/** A process and its living descendants, with their figures. */
export function childrenOf(root) {
  const all = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry)).map((pid) => [Number(pid), stat(pid)]);
  const living = new Map(all.filter(([, fields]) => fields));
  const belongs = (pid) => pid === root || (living.has(pid) && pid > 1 && belongs(Number(living.get(pid)[1])));
  return new Map([...living].filter(([pid]) => belongs(pid)));
}

/** CPU seconds of a process, of its living descendants, and of all dead children that they have waited for. */
export function cpuSeconds(root) {
  const ticks = [...childrenOf(root).values()].flatMap((fields) => fields.slice(11, 15)).map(Number);
  return ticks.reduce((sum, tick) => sum + tick, 0) / TICKS_A_SECOND;
}

/** Samples the used heap of a JVM twice a second with the JDK's jstat; stop() answers the peak in MiB. */
export function watchHeap(pid) {
  let peak = 0;
  let jstat;
  let later;
  const begin = () => {
    jstat = spawn('jstat', ['-gc', String(pid), '500'], { stdio: ['ignore', 'pipe', 'ignore'] });
    let names;
    createInterface({ input: jstat.stdout }).on('line', (line) => {
      const words = line.trim().split(/\s+/);
      if (words[0] === 'S0C') {
        names = words;
      } else if (names) {
        const used = ['S0U', 'S1U', 'EU', 'OU'].map((name) => Number(words[names.indexOf(name)]) || 0);
        peak = Math.max(peak, used.reduce((a, b) => a + b) / 1024);
      }
    });
    // A process that is still a script becomes a JVM in a moment.
    jstat.once('exit', () => (later = setTimeout(begin, 1000)));
  };
  begin();
  return {
    stop() {
      jstat.removeAllListeners('exit');
      clearTimeout(later);
      jstat.kill();
      return peak;
    },
  };
}

/** Samples the memory of a process and its descendants once a second, shared pages counted once; stop() answers the peak in MiB. */
export function watchMemory(root) {
  let peak = 0;
  const timer = setInterval(() => {
    const kibibytes = [...childrenOf(root).keys()].reduce((sum, pid) => sum + shareOf(pid), 0);
    peak = Math.max(peak, kibibytes / 1024);
  }, 1000);
  return {
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}

function shareOf(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
