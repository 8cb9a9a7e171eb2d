/*
 * Keeps the shell of the app, so that it opens with no network, and what a visitor last saw of public lists.
 * Pages are asked for on the network first; only when it does not answer does the kept shell step in. Nothing that
 * carries a person's token is ever kept. The build fills in the version and the shell's files.
 */
const version = '__VERSION__';
const shell = __SHELL__;
const shellCache = `shell-${version}`;
const assetCache = 'assets';
const publicCache = 'public';
const keptCache = 'kept-lessons';
const patience = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(shellCache)
      .then((cache) => cache.addAll(shell))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  const old = (name) => name.startsWith('shell-') && name !== shellCache;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => trim(assetCache, 120))
      .then(() => self.clients.claim()),
  );
});

async function trim(name, most) {
  const cache = await caches.open(name);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => cache.delete(key)));
}

function inTime(request) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('slow')), patience);
    fetch(request).then(
      (answer) => {
        clearTimeout(timer);
        resolve(answer);
      },
      (error) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}

async function page(request) {
  try {
    return await inTime(request);
  } catch {
    return (await caches.match('/')) ?? Response.error();
  }
}

async function asset(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    const cache = await caches.open(assetCache);
    await cache.put(request, answer.clone());
  }
  return answer;
}

async function publicList(request) {
  const cache = await caches.open(publicCache);
  try {
    const answer = await fetch(request);
    if (answer.ok) {
      await cache.put(request, answer.clone());
      await trim(publicCache, 60);
    }
    return answer;
  } catch (error) {
    const kept = await cache.match(request, { ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

/** A lesson that lies on the phone. Players ask for pieces of its files; a piece of the kept file is cut out for them. */
async function keptLesson(request) {
  const cache = await caches.open(keptCache);
  const whole = await cache.match(new URL(request.url).pathname);
  if (!whole) return new Response('', { status: 404 });
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('Range') ?? '');
  if (!range) return whole;
  const file = await whole.blob();
  const from = Number(range[1]);
  const to = Math.min(range[2] ? Number(range[2]) : file.size - 1, file.size - 1);
  if (from > to) return new Response('', { status: 416, headers: { 'Content-Range': `bytes */${file.size}` } });
  return new Response(file.slice(from, to + 1), {
    status: 206,
    headers: {
      'Content-Type': whole.headers.get('Content-Type') ?? 'application/octet-stream',
      'Content-Range': `bytes ${from}-${to}/${file.size}`,
      'Content-Length': String(to - from + 1),
      'Accept-Ranges': 'bytes',
    },
  });
}

const publicPaths = /^\/api\/v1\/(courses|contests|sessions|halls|regions)(\/[^/]+)?(\/children)?$/;

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/offline/')) event.respondWith(keptLesson(request));
  else if (request.mode === 'navigate') {
    if (!/^\/(api|actuator|docs|v3|webjars)(\/|$)/.test(url.pathname)) event.respondWith(page(request));
  } else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request));
  else if (shell.includes(url.pathname)) event.respondWith(asset(request));
  else if (publicPaths.test(url.pathname) && !request.headers.has('Authorization')) event.respondWith(publicList(request));
});
