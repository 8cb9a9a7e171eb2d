#!/usr/bin/env bash
# Makes a lecture as a phone would film it: slides that change, somebody who moves in front of them, grain, and speech. It begins
# anew after 30 s, for drawing it is what takes long.
#
#   footage.sh FFMPEG SECONDS OUTPUT
set -euo pipefail

ffmpeg=$1
seconds=$2
output=$3
most=30
speech=$(mktemp --suffix=.wav)
drawn=$(mktemp --suffix=.mp4)
trap 'rm -f "$speech" "$drawn"' EXIT

text="各位乡亲，今天我们讲讲怎么种好芒果，什么时候浇水，什么时候施肥。山歌里也唱过，春种一粒粟，秋收万颗子。"
if command -v espeak-ng >/dev/null; then
  espeak-ng -v cmn -s 150 -w "$speech" "$text $text $text"
  sound=(-stream_loop -1 -i "$speech")
else
  sound=(-f lavfi -i "aevalsrc=0.2*sin(2*PI*(160+40*sin(2*PI*0.7*t))*t)*(0.5+0.5*sin(2*PI*3*t)):s=48000")
fi

# A slide every ten seconds, a moving speaker at its side, and the noise of a small sensor in a dim room.
picture="gradients=s=1280x720:r=30:n=4:speed=0.004:seed=7,drawgrid=w=160:h=90:t=2:c=white@0.3[slide];
mandelbrot=s=320x480:r=30:end_scale=0.02:maxiter=200[speaker];
[slide][speaker]overlay=x=880+60*sin(2*PI*t/7):y=200+20*sin(2*PI*t/3),noise=alls=3:allf=t,
hue=h='floor(t/10)*37',format=yuv420p[out]"

"$ffmpeg" -hide_banner -loglevel error -y "${sound[@]}" -filter_complex "$picture" -map '[out]' -map 0:a \
  -t "$((seconds < most ? seconds : most))" -c:v libx264 -preset ultrafast -crf 25 -c:a aac -b:a 128k "$drawn"
"$ffmpeg" -hide_banner -loglevel error -y -stream_loop -1 -i "$drawn" -t "$seconds" -c copy "$output"
