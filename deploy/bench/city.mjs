// The measuring of city.sh; ports and the platform's process come from the environment.

import { checkIns } from './check-ins.mjs';
import { Issuer } from './issuer.mjs';
import { flood, Line, once, percentile, request } from './load.mjs';
import { childrenOf, runningJar, watchHeap } from './processes.mjs';
import { median, printTable } from './report.mjs';

const number = (name, otherwise) => Number(process.env[name] ?? otherwise);
const PORT = number('PORT');
const BARE_PORT = number('BARE_PORT');
const ROUNDS = number('ROUNDS', 3);
const FLOOD = { connections: number('CONNECTIONS', 32), seconds: number('SECONDS_EACH', 5) };
const RIVALS = number('RIVALS', 1000);
const LEAST_RATIO = 0.5;
const LONGEST_P99_MS = 100;
const CHECK_INS_A_SECOND = 300;
const HEAP_MEBIBYTES = 512;

const say = (text) => process.stderr.write(`bench: ${text}\n`);
const get = (path, token) => request('GET', PORT, `/api/v1${path}`, { token });

function target(name, value, limit, met) {
  console.log(`target ${name} ${value.toFixed(2)} ${limit.toFixed(2)} ${met ? 'met' : 'missed'}`);
}

/** What is read, each as a list of requests that are sent in turn. */
async function reads(admin, county) {
  const year = new Date(Date.now() + 8 * 3600_000).getUTCFullYear();
  const page = await once(PORT, 'GET', '/api/v1/halls?region=451022&limit=100');
  const halls = page.items.map(({ id }) => get(`/sessions?hallId=${id}&limit=10`));
  const board = ['months?', 'breakdown?by=SUBJECT&', 'breakdown?by=TOWNSHIP&'];
  const sentence = await once(PORT, 'GET', `/api/v1/statistics/summary?region=4510&year=${year}`);
  say(`${year}: ${sentence.halls} halls, ${sentence.bases} bases, ${sentence.teams} teams, ${sentence.lecturers} lecturers, `
    + `${sentence.figures.sessions} sessions, ${sentence.figures.attendances} attendances`);
  return {
    'course catalogue page': [get('/courses?limit=20')],
    'hall\'s upcoming sessions': halls,
    'county dashboard': board.map((part) => get(`/statistics/${part}region=451022&year=${year}`, county)),
    'yearly sentence': [get(`/statistics/summary?region=4510&year=${year}`)],
  };
}

/** Ours and the bare handler's in turn, so that whatever else the machine does weighs on both. */
async function compare(name, requests) {
  const warm = await flood(PORT, requests, { ...FLOOD, seconds: FLOOD.seconds / 2 });
  const constant = [request('GET', BARE_PORT, `/${warm.bytes}`)];
  await flood(BARE_PORT, constant, { ...FLOOD, seconds: FLOOD.seconds / 2 });
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push([await flood(BARE_PORT, constant, FLOOD), await flood(PORT, requests, FLOOD)]);
  }
  const of = (side, figure) => median(rounds.map((pair) => pair[side][figure]));
  const ratio = median(rounds.map(([bare, ours]) => ours.rate / bare.rate));
  say(`${name}: ${of(1, 'rate').toFixed(0)}/s, bare ${of(0, 'rate').toFixed(0)}/s`);
  return {
    name, bytes: warm.bytes, rate: of(1, 'rate'), p50: of(1, 'p50'), p99: of(1, 'p99'),
    bareRate: of(0, 'rate'), bareP99: of(0, 'p99'), ratio,
  };
}

/** Everybody wants one hall at one hour, with a lecturer of their own. */
async function race(admin) {
  const start = new Date(Date.now() + 90 * 24 * 3600_000);
  const halls = await once(PORT, 'GET', '/api/v1/halls?region=451003&limit=1');
  const lecturers = await once(PORT, 'GET', '/api/v1/lecturers?region=451003&limit=100');
  const lines = await Promise.all(Array.from({ length: RIVALS }, () => new Line(PORT).open()));
  const begin = performance.now();
  const answers = await Promise.all(lines.map((line, rival) => line.send(request('POST', PORT, '/api/v1/sessions', {
    token: admin,
    body: {
      title: `第 ${rival + 1} 位`, hallId: halls.items[0].id, lecturerIds: [lecturers.items[rival % lecturers.items.length].id],
      subject: 'culture', format: 'STORY', audience: 'EVERYBODY', expectedAudience: 50,
      startsAt: start.toISOString(), endsAt: new Date(start.getTime() + 3600_000).toISOString(),
    },
  }))));
  const seconds = (performance.now() - begin) / 1000;
  lines.forEach((line) => line.close());
  const times = answers.map(({ millis }) => millis).sort((a, b) => a - b);
  const having = (status) => answers.filter((answer) => answer.status === status).length;
  return {
    seconds, rate: RIVALS / seconds, p50: percentile(times, 0.5), p99: percentile(times, 0.99),
    won: having(201), refused: having(409), other: RIVALS - having(201) - having(409),
  };
}

async function main() {
  const issuer = await new Issuer().listen(number('ISSUER_PORT'));
  const admin = issuer.token('bench-admin', 'admin', '45');
  const county = issuer.token('bench-county', 'publicity', '451022');
  const family = childrenOf(number('PLATFORM_PID'));
  const backend = runningJar('lecture-halls-backend.jar').find((pid) => family.has(pid));
  const heap = watchHeap(backend);
  const compared = [];
  for (const [name, requests] of Object.entries(await reads(admin, county))) {
    compared.push(await compare(name, requests));
  }
  say('signing people in');
  const burst = await checkIns({
    port: PORT, issuer, admin, say, halls: number('HALLS', 200), people: number('PEOPLE', 150), seconds: number('MINUTE', 60),
  });
  const bareBurst = await flood(BARE_PORT, [request('POST', BARE_PORT, `/${burst.bytes}`, { body: {} })], FLOOD);
  say('racing for one hall');
  const raced = await race(admin);
  report(compared, burst, bareBurst, raced, heap.stop());
  issuer.close();
}

function report(compared, burst, bareBurst, raced, heapPeak) {
  console.log(`sample city loaded in ${process.env.LOAD_SECONDS} s`);
  printTable(
    ['medians', 'bytes', 'requests/s', 'p50 ms', 'p99 ms', 'bare requests/s', 'bare p99 ms', 'ratio'],
    [
      ...compared.map((c) => [c.name, String(c.bytes), c.rate, c.p50, c.p99, c.bareRate, c.bareP99, c.ratio]),
      ['check-in burst', String(burst.bytes), burst.rate, burst.p50, burst.p99, bareBurst.rate, bareBurst.p99, burst.rate / bareBurst.rate],
      ['booking race', '', raced.rate, raced.p50, raced.p99, '', '', ''],
    ],
  );
  console.log(`check-ins: ${burst.accepted} of ${burst.sent} accepted in ${burst.seconds.toFixed(1)} s, ${burst.repeats} of them sent twice; `
    + `${burst.listed} on the lists, ${burst.lost} lost, ${burst.doubled} doubled`);
  console.log(`race: ${raced.won} won, ${raced.refused} refused, ${raced.other} other, in ${raced.seconds.toFixed(1)} s`);
  for (const { name, ratio, p99 } of compared) {
    const key = name.replace(/[^a-z]+/g, '-');
    target(`${key}-ratio`, ratio, LEAST_RATIO, ratio >= LEAST_RATIO);
    target(`${key}-p99-ms`, p99, LONGEST_P99_MS, p99 < LONGEST_P99_MS);
  }
  target('check-ins-a-second', burst.rate, CHECK_INS_A_SECOND, burst.rate >= CHECK_INS_A_SECOND);
  target('check-ins-lost-or-doubled', burst.lost + burst.doubled, 0, burst.lost + burst.doubled === 0);
  target('race-winners', raced.won, 1, raced.won === 1 && raced.other === 0);
  target('backend-heap-mebibytes', heapPeak, HEAP_MEBIBYTES, heapPeak < HEAP_MEBIBYTES);
}

try {
  await main();
} catch (e) {
  say(e.stack);
  process.exitCode = 1;
}
