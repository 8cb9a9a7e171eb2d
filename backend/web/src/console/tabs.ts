/** The pages of one kind of work, as tabs above each of them. */
export const courseTabs = [
  { to: '/console/courses/review', name: 'console.tab.review' },
  { to: '/console/courses', name: 'console.tab.published' },
];
export const peopleTabs = [
  { to: '/console/lecturers', name: 'console.tab.lecturers' },
  { to: '/console/lecturers/teams', name: 'console.tab.teams' },
  { to: '/console/lecturers/training', name: 'console.tab.training', officers: true },
  { to: '/console/lecturers/certificates', name: 'console.tab.certificates', officers: true },
];
export const sessionTabs = [
  { to: '/console/sessions', name: 'console.tab.calendar' },
  { to: '/console/sessions/requests', name: 'console.tab.requests' },
  { to: '/console/sessions/campaigns', name: 'console.tab.campaigns' },
  { to: '/console/sessions/vehicles', name: 'console.tab.vehicles' },
];
export const noticeTabs = [
  { to: '/console/notices', name: 'notice.tab.received' },
  { to: '/console/notices/sent', name: 'notice.tab.sent' },
];
export const systemTabs = [
  { to: '/console/system/imports', name: 'console.tab.imports' },
  { to: '/console/system/subjects', name: 'console.tab.subjects' },
];
export const operationsTabs = [
  { to: '/console/operations/jobs', name: 'console.tab.mediaJobs' },
  { to: '/console/operations/dead-letters', name: 'console.tab.deadLetters' },
  { to: '/console/operations/storage', name: 'console.tab.storage' },
  { to: '/console/operations/orphans', name: 'console.tab.orphans', admin: true },
  { to: '/console/operations/changes', name: 'console.tab.changes' },
];
