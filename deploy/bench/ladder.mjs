// The ladder as somebody at a keyboard would make it with one ffmpeg command: decoded once, scaled in a cascade, the same
// encoder settings and the same segments as the platform's, and nothing checked.

const STEPS = [
  { side: 144, crf: 28, kilobits: 90 },
  { side: 240, crf: 28, kilobits: 120 },
  { side: 360, crf: 26, kilobits: 420 },
  { side: 480, crf: 25, kilobits: 850 },
  { side: 720, crf: 24, kilobits: 1800 },
];
const GROUP_SECONDS = 4;
const MOV_FLAGS = '+empty_moov+default_base_moof+delay_moov';
/** What the platform does to speech: its own cost is not that of handing parts around. */
const SPEECH =
  'aresample=48000,aformat=channel_layouts=mono,highpass=f=80,afftdn=nr=8:nf=-50:tn=1,'
  + 'agate=threshold=0.0025:ratio=2:range=0.1:attack=10:release=300:detection=rms,dynaudnorm=f=500:g=31:p=1:m=10:r=0.05:b=1,'
  + 'acompressor=threshold=0.06:ratio=2:attack=5:release=120:knee=4,volume=18dB,alimiter=limit=0.6:level=0:latency=1:attack=2';

const SOUND = [
  '-map', '0:a:0', '-af', SPEECH, '-c:a', 'aac', '-b:a', '48k', '-ac', '1', '-movflags', MOV_FLAGS,
  '-frag_duration', String(GROUP_SECONDS * 1_000_000), '-f', 'mp4', 'audio.m4a',
];
const INPUT = ['-hide_banner', '-nostdin', '-v', 'error', '-y', '-i'];

/** Arguments of ffmpeg for a source of this size as shown; files go to the folder it is run in. */
export function plainLadder(file, source) {
  const steps = stepsOf(source);
  const pictures = steps.flatMap((step) => picture(step, source));
  const graph = cascade(steps, source.width, source.height);
  return [...INPUT, `file:${file}`, '-filter_complex', graph, ...pictures, ...(source.audio ? SOUND : [])];
}

/** The same as so many commands, each of which decodes the source again: a rung each, and the sound. */
export function rungByRung(file, source) {
  const rungs = stepsOf(source).map((step) => {
    const graph = cascade([step], source.width, source.height);
    return [...INPUT, `file:${file}`, '-filter_complex', graph, ...picture(step, source)];
  });
  return source.audio ? [...rungs, [...INPUT, `file:${file}`, ...SOUND]] : rungs;
}

function stepsOf({ width, height }) {
  return STEPS.filter(({ side }) => side <= Math.min(width, height));
}

function picture({ side, crf, kilobits }, { rate }) {
  const [frames, seconds] = rate.split('/').map(Number);
  const group = String(Math.round((frames / seconds) * GROUP_SECONDS));
  return [
    '-map', `[v${side}]`, '-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', '-crf', String(crf),
    '-maxrate', `${kilobits}k`, '-bufsize', `${kilobits}k`, '-g', group, '-keyint_min', group, '-sc_threshold', '0',
    '-flags', '+cgop', '-movflags', `${MOV_FLAGS}+frag_keyframe`, '-f', 'mp4', `${side}p.mp4`,
  ];
}

/** The largest from the source, each smaller one from the next larger. */
function cascade(steps, width, height) {
  let input = '[0:v:0]';
  return [...steps].reverse().map(({ side }, i) => {
    const longer = Math.max(2, Math.round((side * Math.max(width, height)) / Math.min(width, height) / 2) * 2);
    const [w, h] = width >= height ? [longer, side] : [side, longer];
    const last = i === steps.length - 1;
    const chain = `${input}scale=w=${w}:h=${h}:flags=bicubic,setsar=1${last ? `[v${side}]` : `,split=2[v${side}][below${side}]`}`;
    input = `[below${side}]`;
    return chain;
  }).join(';');
}
