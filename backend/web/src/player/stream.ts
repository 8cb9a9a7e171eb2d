import Hls, { ErrorDetails, ErrorTypes, Events, type ErrorData, type LoaderConfig } from 'hls.js';
import { rungsOf, type Rung } from './cost';

export interface StreamEvents {
  rungs(rungs: Rung[]): void;
  /** The names of the captions that can be shown. */
  captions(names: string[]): void;
  /** The rung now on the screen, for "auto" to say what it chose. */
  rung(index: number): void;
  /** The signed addresses ran out: fresh ones are needed. */
  expired(): void;
  /** A request came to nothing; hls.js may still try by itself, as it does for as long as the browser is offline. */
  struggling(): void;
  /** The line is down or too slow; loading has stopped. */
  starved(): void;
  /** This file cannot be played here. */
  broken(): void;
}

/** One quick retry; after that the person is told and the countdown takes over. */
const patience: LoaderConfig = {
  maxTimeToFirstByteMs: 12_000,
  maxLoadTimeMs: 90_000,
  timeoutRetry: { maxNumRetry: 1, retryDelayMs: 0, maxRetryDelayMs: 0 },
  errorRetry: { maxNumRetry: 1, retryDelayMs: 1000, maxRetryDelayMs: 1000 },
};
const gone = [401, 403, 404, 410];

/** One playlist in one `<video>`: hls.js where it works, the browser's own player otherwise (older iPhones). */
export class Stream {
  private hls: Hls | undefined;
  private mended = false;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly events: StreamEvents,
  ) {}

  /** Reads playlists only; no picture or sound is fetched before `start`. */
  open(url: string): void {
    this.close();
    this.mended = false;
    if (!Hls.isSupported()) {
      this.video.src = url;
      this.events.rungs([]);
      return;
    }
    const hls = new Hls({
      autoStartLoad: false,
      // Fragments are MP4 already, so a worker would have nothing to do but to be downloaded.
      enableWorker: false,
      // There are none, and what plays them would go on fetching where it has been paused.
      interstitialsController: undefined,
      startLevel: 0,
      testBandwidth: false,
      abrEwmaDefaultEstimate: 300_000,
      capLevelToPlayerSize: true,
      maxBufferLength: 20,
      maxMaxBufferLength: 60,
      backBufferLength: 30,
      fragLoadPolicy: { default: patience },
    });
    hls.on(Events.MANIFEST_PARSED, (_, { levels }) => {
      this.events.rungs(rungsOf(levels));
      if (!hls.loadingEnabled) this.readLists(hls);
    });
    hls.on(Events.SUBTITLE_TRACKS_UPDATED, (_, { subtitleTracks }) => this.events.captions(subtitleTracks.map(({ name }) => name)));
    hls.on(Events.LEVEL_SWITCHED, (_, { level }) => this.events.rung(level));
    hls.on(Events.ERROR, (_, data) => this.onError(data));
    hls.attachMedia(this.video);
    hls.loadSource(url);
    this.hls = hls;
  }

  start(atSeconds: number): void {
    if (this.hls) {
      const listsAreHere = !this.hls.bufferingEnabled;
      if (listsAreHere && atSeconds === 0) this.hls.resumeBuffering();
      else this.hls.startLoad(atSeconds);
      return;
    }
    const seek = () => (this.video.currentTime = atSeconds);
    if (this.video.readyState >= 1) seek();
    else this.video.addEventListener('loadedmetadata', seek, { once: true });
  }

  /** What can be fetched of picture and sound: small, but a way there and back, which is spared to whoever presses play. */
  private readLists(hls: Hls): void {
    hls.startLoad(0);
    hls.pauseBuffering();
  }

  /** -1 lets the player choose, up to `cap`, beginning with the lowest rung, which is soonest on the screen. */
  choose(index: number, cap = -1): void {
    if (!this.hls) return;
    this.hls.autoLevelCapping = cap;
    this.hls.nextLevel = index;
    if (index < 0) this.hls.startLevel = 0;
  }

  /** -1 shows none. */
  showCaptions(index: number): void {
    if (!this.hls) return;
    this.hls.subtitleDisplay = index >= 0;
    this.hls.subtitleTrack = index;
  }

  resume(): void {
    this.hls?.startLoad(this.video.currentTime);
  }

  close(): void {
    this.hls?.destroy();
    this.hls = undefined;
    this.video.removeAttribute('src');
  }

  private onError(data: ErrorData): void {
    if (gone.includes(data.response?.code ?? 0)) this.events.expired();
    else if (!data.fatal) {
      if (data.type === ErrorTypes.NETWORK_ERROR) this.events.struggling();
    } else if (data.type === ErrorTypes.NETWORK_ERROR) this.onNetwork(data);
    else if (data.type === ErrorTypes.MEDIA_ERROR && !this.mended) {
      this.mended = true;
      this.hls?.recoverMediaError();
    } else this.events.broken();
  }

  private onNetwork(data: ErrorData): void {
    if (data.details === ErrorDetails.MANIFEST_PARSING_ERROR) this.events.broken();
    else this.events.starved();
  }
}
