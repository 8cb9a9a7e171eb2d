import { api, unwrap } from '@/api/client';
import type { Campaign, CampaignInput, CampaignProgress } from '@/api/records';
import { addDays } from '@/shared/cityTime';
import { at, atVersion, once } from '../records/requests';

const put = (input: CampaignInput): CampaignInput => ({ ...input, counties: (input.counties ?? []).filter(({ sessions, attendances }) => sessions || attendances) });

export const campaigns = {
  get: (id: string) => unwrap(api.GET('/api/v1/campaigns/{id}', at(id))),
  create: (input: CampaignInput, key: string) => unwrap(api.POST('/api/v1/campaigns', { ...once(key), body: put(input) })),
  change: (id: string, version: number, input: CampaignInput) => unwrap(api.PUT('/api/v1/campaigns/{id}', { ...atVersion(id, version), body: put(input) })),
  remove: ({ id, version }: Campaign) => unwrap(api.DELETE('/api/v1/campaigns/{id}', atVersion(id, version))),
  start: ({ id, version }: Campaign) => unwrap(api.POST('/api/v1/campaigns/{id}/start', atVersion(id, version))),
  end: ({ id, version }: Campaign) => unwrap(api.POST('/api/v1/campaigns/{id}/end', atVersion(id, version))),
  progress: (id: string) => unwrap(api.GET('/api/v1/campaigns/{id}/progress', at(id))),
  recount: (id: string) => unwrap(api.POST('/api/v1/campaigns/{id}/recount', at(id))),
};

export function campaignDraft(campaign: Campaign | undefined, region: string, today: string): CampaignInput {
  if (!campaign) {
    return { title: '', description: '', region, from: today, to: addDays(today, 180), subjects: [], formats: [], topics: [], recordRequired: true, sessions: 100, counties: [] };
  }
  const { id: _id, version: _version, state: _state, createdAt: _createdAt, endedAt: _endedAt, ...typed } = campaign;
  return { ...typed, counties: typed.counties.map((each) => ({ ...each })) };
}

/** A total in whole parts that add up to it: the first ones take what is left over. */
export function shares(total: number, parts: number): number[] {
  if (parts <= 0) return [];
  const each = Math.floor(total / parts);
  return Array.from({ length: parts }, (_, index) => each + (index < total % parts ? 1 : 0));
}

export interface CountyLine {
  id: string;
  sessions: number;
  target: number | undefined;
  attendances: number;
  attendanceTarget: number | undefined;
  awaiting: number;
  /** Of the target of sessions, or of attendances where there is none of sessions; undefined without either. */
  share: number | undefined;
}

const shareOf = (done: number, target: number | undefined) => (target ? done / target : undefined);

/** Counties with those that are furthest first; counties without a target of their own come last, by what they have held. */
export function linesOf({ counties }: CampaignProgress): CountyLine[] {
  const lines = counties.map(({ county, figures, target }) => ({
    id: county,
    sessions: figures.sessions,
    target: target?.sessions,
    attendances: figures.attendances,
    attendanceTarget: target?.attendances,
    awaiting: figures.awaitingRecord,
    share: shareOf(figures.sessions, target?.sessions) ?? shareOf(figures.attendances, target?.attendances),
  }));
  return lines.sort((a, b) => (b.share ?? -1) - (a.share ?? -1) || b.sessions - a.sessions);
}

/** How much of its time has passed, from 0 to 1. */
export function elapsed({ from, to }: { from: string; to: string }, today: string): number {
  const days = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
  const whole = days(to) - days(from) + 1;
  return Math.min(1, Math.max(0, (days(today) - days(from) + 1) / whole));
}
