import { describe, expect, it } from 'vitest';
import { EventParser } from './events';

describe('EventParser', () => {
  it('gives an event once its empty line has come, however the text was cut', () => {
    const parser = new EventParser();
    expect(parser.push('event: as')).toEqual([]);
    expect(parser.push('set\ndata: {"percent":4')).toEqual([]);
    expect(parser.push('2}\n')).toEqual([]);
    expect(parser.push('\n')).toEqual([{ name: 'asset', data: '{"percent":42}' }]);
  });
  it('joins lines of data and skips comments that only keep the line open', () => {
    const parser = new EventParser();
    expect(parser.push(': keep-alive\n\ndata: a\ndata: b\n\n')).toEqual([{ name: 'message', data: 'a\nb' }]);
  });
  it('takes the line ends of any server', () => {
    expect(new EventParser().push('data:x\r\n\r\ndata:y\r\n\r\n').map(({ data }) => data)).toEqual(['x', 'y']);
  });
});
