// A small contest from opening to the published ranking.

import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from './client.mjs';

/** How long the demo's contest takes entries: judging can't start before its closing. */
const OPEN_FOR_MS = 10_000;

const RUBRICS = {
  LECTURE_VIDEO: [
    { id: 'content', name: '内容准确、贴近群众', weight: '4', max: '10', step: '0.5' },
    { id: 'delivery', name: '讲解生动、听得懂', weight: '4', max: '10', step: '0.5' },
    { id: 'picture', name: '画面声音清楚', weight: '2', max: '10', step: '0.5' },
  ],
  LESSON_PLAN: [
    { id: 'goals', name: '目标明确', weight: '3', max: '10', step: '0.5' },
    { id: 'design', name: '过程设计合理', weight: '4', max: '10', step: '0.5' },
    { id: 'local', name: '结合本地实际', weight: '3', max: '10', step: '0.5' },
  ],
};

/** What the three judges give, criterion by criterion. */
const SCORES = [
  ['9', '8.5', '9'],
  ['8.5', '9', '8'],
  ['9.5', '9', '8.5'],
];

/**
 * Opens a contest, enters, judges, ranks and publishes.
 *
 * @param people officer, lecturer and three judges, signed in
 * @param entry kind of the contest, title and media asset of the entry
 * @param say tells what is being done
 * @returns the published ranking, as an anonymous visitor sees it
 */
export async function runContest(platform, people, { kind, title, mediaAssetId }, say) {
  const { officer, lecturer, judges } = people;
  const contest = await open(platform, officer, judges, kind);
  say(`contest ${contest.id} is open`);
  await lecturer.post(`/contests/${contest.id}/entries`, { title, mediaAssetId });
  await sleep(Math.max(0, Date.parse(contest.closesAt) - platform.now()));
  await act(officer, contest.id, 'start-judging');
  for (const [i, judge] of judges.entries()) {
    await scoreAll(judge, contest, SCORES[i]);
    say(`judge ${i + 1} has submitted`);
  }
  await act(officer, contest.id, 'publish');
  const ranking = await platform.anonymous().get(`/contests/${contest.id}/ranking`);
  say('the ranking is published');
  return ranking.items.map((item) => ({ rank: item.rank, entry: item.title ?? item.entryId, score: item.score }));
}

async function open(platform, officer, judges, kind) {
  const now = platform.now();
  const contest = await officer.post('/contests', {
    title: `${kind === 'LESSON_PLAN' ? '讲习教案大赛' : '讲习视频大赛'} ${now.toISOString().slice(0, 16).replace('T', ' ')}`,
    kind,
    opensAt: now.toISOString(),
    closesAt: new Date(now.getTime() + OPEN_FOR_MS).toISOString(),
    rubric: RUBRICS[kind],
    ranking: { method: 'TRIMMED_MEAN', drop: 1, scale: 2 },
  });
  const seats = judges.map(({ person }) => ({ id: person.id, name: person.name }));
  await officer.put(`/contests/${contest.id}/judges`, { judges: seats }, { 'If-Match': `"${contest.version}"` });
  await act(officer, contest.id, 'open');
  return contest;
}

/** The opening is second-exact by the platform's clock; the clock of this machine may be a moment ahead. */
async function act(officer, contestId, action) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await officer.post(`/contests/${contestId}/${action}`);
    } catch (e) {
      if (!(e instanceof Problem && e.status === 409 && attempt < 5)) {
        throw e;
      }
      await sleep(1000);
    }
  }
}

async function scoreAll(judge, contest, scores) {
  const { items } = await judge.get(`/contests/${contest.id}/entries`);
  for (const entry of items) {
    const path = `/contests/${contest.id}/entries/${entry.id}`;
    await readMaterial(await judge.get(`${path}/material`));
    const sheet = Object.fromEntries(contest.rubric.map((criterion, i) => [criterion.id, scores[i]]));
    await judge.put(`${path}/score-sheet`, { scores: sheet, comment: '示例评分' });
    await judge.post(`${path}/score-sheet/submit`);
  }
}

/** A judge who can't open the entry can't judge it. */
async function readMaterial(links) {
  const address = links.pdf ?? links.master;
  const response = await fetch(address);
  await response.body?.cancel();
  if (!response.ok) {
    throw new Error(`a judge could not open the entry: ${address} answered ${response.status}`);
  }
}
