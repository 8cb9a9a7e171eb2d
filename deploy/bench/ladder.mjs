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

/** Arguments of ffmpeg for a source of this size as shown; files go to the folder it is run in. */
export function plainLadder(file, { width, height, rate, audio }) {
  const shorter = Math.min(width, height);
  const steps = STEPS.filter(({ side }) => side <= shorter);
  const [frames, seconds] = rate.split('/').map(Number);
  const group = String(Math.round((frames / seconds) * GROUP_SECONDS));
  const args = ['-hide_banner', '-nostdin', '-v', 'error', '-y', '-i', `file:${file}`, '-filter_complex', cascade(steps, width, height)];
  for (const { side, crf, kilobits } of steps) {
    args.push(
      '-map', `[v${side}]`, '-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', '-crf', String(crf),
      '-maxrate', `${kilobits}k`, '-bufsize', `${kilobits}k`, '-g', group, '-keyint_min', group, '-sc_threshold', '0',
      '-flags', '+cgop', '-movflags', `${MOV_FLAGS}+frag_keyframe`, '-f', 'mp4', `${side}p.mp4`,
    );
  }
  if (audio) {
    args.push(
      '-map', '0:a:0', '-af', 'aresample=48000', '-c:a', 'aac', '-b:a', '48k', '-ac', '1', '-movflags', MOV_FLAGS,
      '-frag_duration', String(GROUP_SECONDS * 1_000_000), '-f', 'mp4', 'audio.m4a',
    );
  }
  return args;
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
