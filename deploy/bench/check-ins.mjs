// People who arrive at many halls at once and check in with the code that their hall shows, some of them twice because
// their line is bad.

import { setTimeout as sleep } from 'node:timers/promises';
import { Line, once, percentile, request } from './load.mjs';

const LINES = 128;
/** One in so many sends the same again. */
const REPEATS = 20;
const CODE_EVERY_MS = 5_000;

/** One session in each of so many halls, begun a few minutes ago so that the doors are open. */
async function openDoors(port, admin, halls) {
  const places = await everything(port, '/halls?type=HALL&region=4510', halls);
  const lecturers = await everything(port, '/lecturers?region=4510', halls);
  const start = new Date(Date.now() + 600_000);
  const sessions = [];
  for (let index = 0; index < halls; index++) {
    const { id } = await once(port, 'POST', '/api/v1/sessions', {
      token: admin,
      body: {
        title: '全市同讲一堂课', hallId: places[index].id, lecturerIds: [lecturers[index].id], subject: 'theory-and-policy',
        format: 'LECTURE', audience: 'EVERYBODY', expectedAudience: 150,
        startsAt: start.toISOString(), endsAt: new Date(start.getTime() + 3600_000).toISOString(),
      },
    });
    sessions.push({ id });
  }
  return sessions;
}

async function everything(port, path, wanted) {
  const items = [];
  let after = '';
  while (items.length < wanted) {
    const page = await once(port, 'GET', `/api/v1${path}&limit=100${after}`);
    items.push(...page.items);
    after = `&after=${page.next}`;
  }
  return items;
}

/** What the screens in the halls do. */
async function showCodes(port, admin, sessions) {
  const line = await new Line(port).open();
  for (const session of sessions) {
    const { body } = await line.send(request('GET', port, `/api/v1/sessions/${session.id}/check-in-code`, { token: admin }));
    session.code = JSON.parse(body.toString()).token;
  }
  line.close();
}

export async function checkIns({ port, issuer, admin, say, halls, people, seconds }) {
  const sessions = await openDoors(port, admin, halls);
  const arrivals = [];
  for (let person = 0; person < people; person++) {
    for (let hall = 0; hall < halls; hall++) {
      arrivals.push({ session: sessions[hall], token: issuer.token(`bench-${hall}-${person}`, 'villager', '4510') });
    }
  }
  const repeated = arrivals.filter((_, index) => index % REPEATS === 0);
  const queue = arrivals.concat(repeated);
  say(`${arrivals.length} people check in at ${halls} halls within ${seconds} s`);
  const result = await arrive(port, admin, sessions, queue, seconds);
  return { ...result, sent: queue.length, repeats: repeated.length, ...(await count(port, admin, sessions, people)) };
}

/** Each at a time of their own, evenly over the minute; late when no line is free, which the time they took includes. */
async function arrive(port, admin, sessions, queue, seconds) {
  const lines = await Promise.all(Array.from({ length: LINES }, () => new Line(port).open()));
  await showCodes(port, admin, sessions);
  let showing = true;
  const screens = (async () => {
    while (showing) {
      await sleep(CODE_EVERY_MS);
      await showCodes(port, admin, sessions);
    }
  })();
  const times = [];
  const refusals = new Map();
  let bytes = 0;
  let next = 0;
  const begin = performance.now();
  await Promise.all(lines.map(async (line) => {
    while (next < queue.length) {
      const index = next++;
      const due = begin + (index * seconds * 1000) / queue.length;
      if (due > performance.now()) {
        await sleep(due - performance.now());
      }
      const { session, token } = queue[index];
      const { status, body } = await line.send(
        request('POST', port, '/api/v1/check-ins', { token, body: { sessionId: session.id, code: session.code } }),
      );
      if (status === 200) {
        times.push(performance.now() - due);
        bytes = body.length;
      } else {
        const why = `${status} ${body.toString().slice(0, 200)}`;
        refusals.set(why, (refusals.get(why) ?? 0) + 1);
      }
    }
  }));
  const took = (performance.now() - begin) / 1000;
  showing = false;
  await screens;
  lines.forEach((line) => line.close());
  refusals.forEach((times, why) => process.stderr.write(`bench: ${times} times ${why}\n`));
  times.sort((a, b) => a - b);
  return {
    rate: times.length / took, seconds: took, accepted: times.length, bytes, p50: percentile(times, 0.5), p99: percentile(times, 0.99),
  };
}

/** Looks at every list: each person once. */
async function count(port, admin, sessions, people) {
  let listed = 0;
  let lost = 0;
  let doubled = 0;
  for (const { id } of sessions) {
    const { entries } = await once(port, 'GET', `/api/v1/sessions/${id}/attendance`, { token: admin });
    const persons = new Set(entries.map(({ person }) => person));
    listed += entries.length;
    lost += Math.max(0, people - persons.size);
    doubled += entries.length - persons.size;
  }
  return { listed, lost, doubled };
}
