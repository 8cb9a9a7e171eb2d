// A Chromium that plays: driven through its debugging pipe, so that no library is needed.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HLS = fileURLToPath(new URL('../../../backend/web/node_modules/hls.js/dist/hls.min.js', import.meta.url));

/** Plays muted from the start and answers when the first picture is on the screen. */
const FIRST_PICTURE = (master) => `new Promise((seen, fail) => {
  const video = document.createElement('video');
  video.muted = true;
  document.body.append(video);
  video.requestVideoFrameCallback((now, { width, height }) => seen(width + 'x' + height));
  const hls = new Hls({ startLevel: 0, testBandwidth: false, enableWorker: false });
  hls.on(Hls.Events.ERROR, (event, { fatal, details }) => fatal && fail(new Error(details)));
  hls.attachMedia(video);
  hls.loadSource(${JSON.stringify(master)});
  video.play().catch(fail);
})`;

export class Browser {
  #waiting = new Map();
  #lastId = 0;

  /** Opens a page of this address, so that what it plays comes from its own origin. */
  static async open(url) {
    const browser = new Browser();
    browser.profile = await mkdtemp(path.join(tmpdir(), 'bench-chromium-'));
    const args = [
      '--headless=new', '--no-sandbox', '--disable-gpu', '--mute-audio', '--remote-debugging-pipe',
      '--autoplay-policy=no-user-gesture-required', `--user-data-dir=${browser.profile}`, 'about:blank',
    ];
    browser.process = spawn(process.env.CHROMIUM ?? 'chromium', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    browser.#listen();
    const { targetId } = await browser.#send('Target.createTarget', { url });
    const { sessionId } = await browser.#send('Target.attachToTarget', { targetId, flatten: true });
    browser.session = sessionId;
    await browser.#send('Page.enable');
    await browser.#send('Page.setBypassCSP', { enabled: true });
    await browser.#send('Page.navigate', { url });
    await browser.#evaluate('new Promise((done) => document.readyState === "complete" ? done() : addEventListener("load", done))');
    await browser.#evaluate(readFileSync(HLS, 'utf8'));
    return browser;
  }

  /** Size of the first picture, once it is there. */
  firstPicture(master) {
    return this.#evaluate(FIRST_PICTURE(master));
  }

  async close() {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGTERM');
    await ended;
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  async #evaluate(expression) {
    const { result, exceptionDetails } = await this.#send('Runtime.evaluate', { expression, awaitPromise: true });
    if (exceptionDetails) {
      throw new Error(`in the browser: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    }
    return result.value;
  }

  #send(method, params = {}) {
    const id = ++this.#lastId;
    this.process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId: this.session })}\0`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #listen() {
    let received = '';
    this.process.stdio[4].setEncoding('utf8').on('data', (text) => {
      const messages = (received + text).split('\0');
      received = messages.pop();
      messages.forEach((message) => this.#take(JSON.parse(message)));
    });
    const gone = () => this.#waiting.forEach(({ reject }) => reject(new Error('Chromium ended')));
    this.process.once('exit', gone).once('error', gone);
  }

  #take({ id, result, error }) {
    const call = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) {
      call?.reject(new Error(error.message));
    } else {
      call?.resolve(result);
    }
  }
}
