/** Reads QR codes from the camera: by the browser where it can, else by a small decoder that is fetched only then. */
interface Detector {
  detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

type Read = (video: HTMLVideoElement) => Promise<string | undefined>;

/** The decoder needs no more to read a code that fills a third of the picture. */
const longestSide = 640;

async function nativeReader(): Promise<Read | undefined> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  if (!BarcodeDetector) return undefined;
  try {
    if (!(await BarcodeDetector.getSupportedFormats()).includes('qr_code')) return undefined;
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  } catch {
    return undefined;
  }
}

async function ownReader(): Promise<Read> {
  const { default: decode } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    if (!context) return undefined;
    const scale = Math.min(1, longestSide / Math.max(video.videoWidth, video.videoHeight));
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    try {
      return decode(context.getImageData(0, 0, canvas.width, canvas.height));
    } catch {
      return undefined;
    }
  };
}

export interface Scan {
  stop(): void;
}

/**
 * Shows the camera in `video` and calls `found` with what each code says until it answers true.
 * Fails as `getUserMedia` does, for example when the person refuses.
 */
export async function scan(video: HTMLVideoElement, found: (text: string) => boolean): Promise<Scan> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const stop = () => {
    stopped = true;
    clearTimeout(timer);
    stream.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
  };
  video.srcObject = stream;
  await video.play().catch(() => undefined);
  const read = (await nativeReader()) ?? (await ownReader());

  async function look(): Promise<void> {
    const text = video.readyState >= 2 ? await read(video).catch(() => undefined) : undefined;
    if (stopped) return;
    if (text && found(text)) stop();
    else timer = setTimeout(() => void look(), 160);
  }
  void look();
  return { stop };
}

export const hasCamera = () => Boolean(globalThis.navigator?.mediaDevices?.getUserMedia);
