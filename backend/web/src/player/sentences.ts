const longest = 120;

/** A text in pieces that a voice can say in one breath: by sentences, long ones by commas. */
export function sentences(text: string): string[] {
  return text
    .split(/(?<=[。！？；!?;\n])|(?<=\.\s)/)
    .flatMap((sentence) => (sentence.length > longest ? sentence.split(/(?<=[，,、：:])/) : [sentence]))
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}
