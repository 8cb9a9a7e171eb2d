import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import { i18n, loadArea, type Area } from './i18n';
import { consoleRoles, hasAny, judgeRoles, loadSession, officerRoles, studioRoles, useSession } from './identity/session';
import type { Role } from './api/model';
import { keptPlan } from './screen/plan';
import HomePage from './villager/HomePage.vue';
import VillagerLayout from './villager/VillagerLayout.vue';

declare module 'vue-router' {
  interface RouteMeta {
    roles?: readonly Role[];
    area?: 'villager' | 'studio' | 'console' | 'judge' | 'screen';
    title?: string;
    /** Words that the page and those inside it need beside those of their area. */
    words?: Area;
  }
}

const meetings = { title: 'nav.schedule' };
const schedule: RouteRecordRaw[] = [
  { path: 'schedule', component: () => import('./sessions/SchedulePage.vue'), meta: meetings },
  { path: 'sessions/:sessionId', props: true, component: () => import('./sessions/SessionPage.vue'), meta: meetings },
  { path: 'check-in/:sessionId?', props: true, component: () => import('./checkin/CheckInPage.vue'), meta: meetings },
  { path: 'requests', component: () => import('./requests/RequestsPage.vue'), meta: meetings },
  { path: 'calendar', component: () => import('./sessions/CalendarPage.vue'), meta: meetings },
  { path: 'halls/:hallId', props: true, component: () => import('./halls/HallPage.vue'), meta: meetings },
  { path: 'halls/:hallId/calendar', props: true, component: () => import('./sessions/CalendarPage.vue'), meta: meetings },
];

const villager: RouteRecordRaw = {
  path: '/',
  component: VillagerLayout,
  meta: { area: 'villager' },
  children: [
    { path: '', name: 'home', component: HomePage },
    {
      path: 'courses',
      name: 'courses',
      component: () => import('./villager/CoursesPage.vue'),
      meta: { title: 'nav.courses' },
    },
    {
      path: 'courses/:courseId',
      name: 'course',
      props: true,
      component: () => import('./villager/CoursePage.vue'),
      meta: { title: 'nav.courses' },
    },
    {
      path: 'courses/:courseId/lessons/:lessonId',
      name: 'lesson',
      props: true,
      component: () => import('./villager/LessonPage.vue'),
      meta: { title: 'nav.courses' },
    },
    {
      path: 'contests/:contestId',
      name: 'contest',
      props: true,
      component: () => import('./villager/ContestPage.vue'),
      meta: { title: 'nav.contests' },
    },
    ...schedule,
    { path: 'search', component: () => import('./villager/SearchPage.vue'), meta: { title: 'search.title' } },
    { path: 'me/downloads', component: () => import('./downloads/DownloadsPage.vue'), meta: { title: 'nav.me' } },
    { path: 'me/learning', component: () => import('./learning/LearningPage.vue'), meta: { title: 'nav.me' } },
    { path: 'me/notices', component: () => import('./notices/InboxPage.vue'), meta: { title: 'nav.me', words: 'work' } },
    { path: 'me', name: 'me', component: () => import('./villager/MePage.vue'), meta: { title: 'nav.me' } },
    { path: 'signed-in', name: 'signed-in', component: () => import('./identity/SignedInPage.vue') },
    { path: 'no-access', name: 'no-access', component: () => import('./identity/NoAccessPage.vue') },
    { path: ':rest(.*)*', name: 'not-found', component: () => import('./villager/NotFoundPage.vue') },
  ],
};

const studio: RouteRecordRaw = {
  path: '/studio',
  component: () => import('./studio/StudioLayout.vue'),
  meta: { area: 'studio', words: 'work', roles: studioRoles, title: 'area.studio' },
  redirect: '/studio/uploads',
  children: [
    { path: 'uploads', component: () => import('./studio/UploadsPage.vue') },
    { path: 'videos/:assetId', component: () => import('./studio/VideoPage.vue'), props: true },
    { path: 'courses', component: () => import('./studio/CoursesPage.vue') },
    { path: 'courses/new', component: () => import('./studio/CoursePage.vue') },
    { path: 'courses/:courseId', component: () => import('./studio/CoursePage.vue'), props: true },
    { path: 'courses/:courseId/lessons/:lessonId/slides', component: () => import('./studio/SlidesPage.vue'), props: true },
    { path: 'courses/:courseId/quiz/:lessonId?', component: () => import('./studio/QuizPage.vue'), props: true },
    { path: 'sessions', component: () => import('./studio/SessionsPage.vue') },
    { path: 'requests', component: () => import('./studio/RequestsPage.vue') },
    { path: 'training', component: () => import('./studio/TrainingPage.vue') },
    { path: 'certificates', redirect: '/studio/training' },
    { path: 'contests', component: () => import('./studio/ContestsPage.vue') },
    { path: 'notices', component: () => import('./notices/InboxPage.vue') },
  ],
};

const officers = { roles: officerRoles };
const contest = { ...officers, words: 'cockpit' } as const;
const planning = { words: 'planning' } as const;
const training = { ...officers, words: 'training' } as const;
const cockpit: RouteRecordRaw = {
  path: '/console',
  component: () => import('./console/ConsoleLayout.vue'),
  meta: { area: 'console', words: 'work', roles: consoleRoles, title: 'area.console' },
  redirect: '/console/sessions',
  children: [
    { path: 'sessions', component: () => import('./console/sessions/CalendarPage.vue'), meta: planning },
    { path: 'sessions/requests', component: () => import('./console/sessions/RequestsPage.vue'), meta: planning },
    { path: 'sessions/campaigns', component: () => import('./console/campaigns/CampaignsPage.vue'), meta: { words: 'campaigns' } },
    { path: 'sessions/campaigns/:campaignId', component: () => import('./console/campaigns/CampaignPage.vue'), props: true, meta: { words: 'campaigns' } },
    { path: 'sessions/vehicles', component: () => import('./console/vehicles/VehiclesPage.vue'), meta: planning },
    { path: 'halls', component: () => import('./console/halls/HallsPage.vue') },
    { path: 'lecturers', component: () => import('./console/lecturers/LecturersPage.vue') },
    { path: 'lecturers/teams', component: () => import('./console/lecturers/TeamsPage.vue') },
    { path: 'lecturers/training', component: () => import('./console/training/TrainingPage.vue'), meta: training },
    { path: 'lecturers/training/:cohortId', component: () => import('./console/training/CohortPage.vue'), props: true, meta: training },
    { path: 'lecturers/certificates', component: () => import('./console/training/CertificatesPage.vue'), meta: training },
    { path: 'review', redirect: '/console/courses/review' },
    { path: 'courses', component: () => import('./console/PublishedPage.vue'), meta: officers },
    { path: 'courses/review', component: () => import('./console/ReviewPage.vue'), meta: officers },
    { path: 'contests', component: () => import('./console/ContestsPage.vue'), meta: officers },
    { path: 'contests/new', component: () => import('./console/NewContestPage.vue'), meta: contest },
    { path: 'contests/:contestId', component: () => import('./console/ContestPage.vue'), props: true, meta: contest },
    { path: 'contests/:contestId/edit', component: () => import('./console/EditContestPage.vue'), props: true, meta: contest },
    { path: 'notices', component: () => import('./console/notices/ReceivedPage.vue') },
    { path: 'notices/sent', component: () => import('./console/notices/SentPage.vue'), meta: { ...officers, words: 'studio' } },
    { path: 'statistics', component: () => import('./console/statistics/StatisticsPage.vue') },
    { path: 'operations', redirect: '/console/operations/jobs' },
    { path: 'operations/jobs', component: () => import('./console/operations/JobsPage.vue'), meta: officers },
    { path: 'operations/dead-letters', component: () => import('./console/operations/JobsPage.vue'), props: { dead: true }, meta: officers },
    { path: 'operations/storage', component: () => import('./console/operations/StoragePage.vue'), meta: officers },
    { path: 'operations/orphans', component: () => import('./console/operations/OrphansPage.vue'), meta: { roles: ['ADMIN'] } },
    { path: 'operations/changes', component: () => import('./console/operations/ChangesPage.vue'), meta: officers },
    { path: 'system', redirect: '/console/system/imports' },
    { path: 'system/subjects', component: () => import('./console/subjects/SubjectsPage.vue'), meta: officers },
    { path: 'system/imports', component: () => import('./console/exchange/ImportsPage.vue'), meta: officers },
  ],
};

const judge: RouteRecordRaw = {
  path: '/judge',
  component: () => import('./judge/JudgeLayout.vue'),
  meta: { area: 'judge', roles: judgeRoles, title: 'area.judge' },
  redirect: '/judge/contests',
  children: [
    { path: 'contests', component: () => import('./judge/ContestsPage.vue') },
    { path: 'contests/:contestId/:entryId?', component: () => import('./judge/DeskPage.vue'), props: true },
  ],
};

const hallScreen: RouteRecordRaw['meta'] = { area: 'screen', roles: studioRoles, title: 'area.screen' };
const screen: RouteRecordRaw[] = [
  { path: '/screen/:hallId', component: () => import('./screen/HallScreenPage.vue'), props: true, meta: hallScreen },
  { path: '/screen/:hallId/downloads', component: () => import('./screen/ScreenDownloadsPage.vue'), props: true, meta: hallScreen },
];

export const router = createRouter({
  history: createWebHistory(),
  routes: [studio, cockpit, judge, ...screen, villager],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});

router.beforeEach(async (to) => {
  const { area } = to.meta;
  const needed = [area === 'villager' ? undefined : area, ...to.matched.map(({ meta }) => meta.words)];
  await Promise.all(needed.map((each) => each && loadArea(each)));
  const { roles } = to.meta;
  if (!roles) return true;
  await loadSession();
  if (hasAny(roles)) return true;
  // A hall's screen goes on without a network, with what everybody may see.
  if (area === 'screen' && !useSession().settled.value && keptPlan(String(to.params.hallId))) return true;
  return { name: 'no-access', query: { to: to.fullPath }, replace: true };
});

router.afterEach((to) => {
  const { t } = i18n.global;
  const { title } = to.meta;
  document.title = title ? `${t(title)} · ${t('app.name')}` : t('app.name');
});

// A page that was open while the platform was updated asks for files that are gone: load the new ones once.
router.onError((error, to) => {
  const key = 'lh.reloaded-for';
  if (!/import|module|fetch/i.test(String(error)) || !navigator.onLine) return;
  if (sessionStorage.getItem(key) === to.fullPath) return;
  sessionStorage.setItem(key, to.fullPath);
  location.assign(to.fullPath);
});

/** Where each person works, for menus. */
export const areas = [
  { path: '/studio', name: 'area.studio', roles: studioRoles },
  { path: '/console', name: 'area.console', roles: consoleRoles },
  { path: '/judge', name: 'area.judge', roles: judgeRoles },
] as const;

export const myAreas = () => (useSession().me.value ? areas.filter(({ roles }) => hasAny(roles)) : []);
