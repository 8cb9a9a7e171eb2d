/** What a hall's QR code or a person's fingers give: which session, and the code of the moment. */
export interface SeenCode {
  sessionId: string;
  code: string;
}

const digits = /^\d{6}$/;

/** Reads the address that a hall shows as a QR code; anything else is not ours. */
export function readQr(text: string): SeenCode | undefined {
  try {
    const { pathname, searchParams } = new URL(text);
    const sessionId = /^\/check-in\/([A-Za-z0-9-]{1,40})$/.exec(pathname)?.[1];
    const code = searchParams.get('code');
    return sessionId && code ? { sessionId, code } : undefined;
  } catch {
    return undefined;
  }
}

/** Only the digits, whatever the keyboard put between them; full-width ones are digits, too. */
export function cleanDigits(typed: string): string {
  return typed.normalize('NFKC').replace(/\D/g, '').slice(0, 6);
}

export const isWhole = (typed: string) => digits.test(typed);
