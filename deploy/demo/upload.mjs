// Sends a file from disk to the store, part by part, without ever holding it.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { backOff } from './client.mjs';

const PARTS_AT_ONCE = 3;
const PART_ATTEMPTS = 8;
const SILENCE_LIMIT_MS = 60_000;

const TYPES = {
  mp4: 'video/mp4', m4v: 'video/x-m4v', mov: 'video/quicktime', webm: 'video/webm', mkv: 'video/x-matroska',
  avi: 'video/x-msvideo', flv: 'video/x-flv', '3gp': 'video/3gpp', mts: 'video/mp2t', m2ts: 'video/mp2t', ts: 'video/mp2t',
  mpg: 'video/mpeg', mpeg: 'video/mpeg', wmv: 'video/x-ms-wmv', mp3: 'audio/mpeg', m4a: 'audio/mp4', aac: 'audio/aac',
  amr: 'audio/amr', ogg: 'audio/ogg', opus: 'audio/ogg', wav: 'audio/wav', flac: 'audio/flac',
  pdf: 'application/pdf', doc: 'application/msword', ppt: 'application/vnd.ms-powerpoint',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
};

/** The type that a browser would claim for a file of this name. */
export function claimedType(fileName) {
  return TYPES[path.extname(fileName).slice(1).toLowerCase()] ?? 'application/octet-stream';
}

/**
 * Uploads one file.
 *
 * @param client the signed-in lecturer
 * @param file path of the file
 * @param kind VIDEO or DOCUMENT
 * @param progress called with the number of bytes that have arrived and the size
 * @returns the media asset's id
 */
export async function upload(client, file, kind, progress) {
  const { size } = await stat(file);
  const fileName = path.basename(file);
  const opened = await client.post('/uploads', { fileName, size, contentType: claimedType(fileName), kind });
  const sender = new PartSender(client, file, opened, progress);
  const parts = await sender.sendAll();
  const completed = await client.post(`/uploads/${opened.id}/complete`, { parts });
  return completed.assetId;
}

class PartSender {
  constructor(client, file, opened, progress) {
    Object.assign(this, { client, file, opened, progress });
    this.waiting = Array.from({ length: opened.partCount }, (_, i) => i + 1);
    this.arrived = 0;
  }

  async sendAll() {
    const done = [];
    const line = async () => {
      for (let number = this.waiting.shift(); number; number = this.waiting.shift()) {
        done.push({ number, etag: await this.#send(number) });
        this.arrived += this.#length(number);
        this.progress(this.arrived, this.opened.size);
      }
    };
    await Promise.all(Array.from({ length: PARTS_AT_ONCE }, line));
    return done.sort((a, b) => a.number - b.number);
  }

  #length(number) {
    return Math.min(this.opened.partSize, this.opened.size - (number - 1) * this.opened.partSize);
  }

  /** The address is asked for just before it is used, and again for each attempt: it lives for minutes only. */
  async #send(number) {
    for (let attempt = 1; ; attempt++) {
      const { urls } = await this.client.post(`/uploads/${this.opened.id}/part-urls`, { partNumbers: [number] });
      try {
        return await put(urls[0].url, this.file, (number - 1) * this.opened.partSize, this.#length(number));
      } catch (e) {
        if (attempt === PART_ATTEMPTS) {
          throw new Error(`part ${number} could not be sent: ${e.message}`);
        }
        await backOff(attempt);
      }
    }
  }
}

async function put(url, file, start, length) {
  const secure = url.startsWith('https:');
  const request = (secure ? https : http).request(url, { method: 'PUT', headers: { 'Content-Length': length } });
  request.setTimeout(SILENCE_LIMIT_MS, () => request.destroy(new Error('the store fell silent')));
  const answered = new Promise((resolve, reject) => request.once('response', resolve).once('error', reject));
  const sent = pipeline(createReadStream(file, { start, end: start + length - 1 }), request);
  const [response] = await Promise.all([answered, sent]);
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) {
    text = (text + chunk).slice(0, 300);
  }
  if (response.statusCode !== 200) {
    throw new Error(`the store answered ${response.statusCode} ${text}`);
  }
  return response.headers.etag;
}
