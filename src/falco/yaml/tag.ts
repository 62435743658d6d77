import { exclamation, greater } from "./codes.ts";
import { YamlFailure } from "./failure.ts";
import type { Mark, Stream } from "./stream.ts";

const wordCharacter = /^[A-Za-z0-9-]$/;
const uriCharacter = /^[A-Za-z0-9#;/?:@&=+$,_.!~*'()[\]-]$/;
const tagCharacter = /^[A-Za-z0-9#;/?:@&=+$_.~*'()-]$/;

/** Takes a tag, which starts with the `!` here. */
export function scanTag(stream: Stream): void {
  stream.take();
  if (stream.text[stream.index] === "<") verbatimTag(stream);
  else shorthandTag(stream);
}

function verbatimTag(stream: Stream): void {
  stream.take();
  while (!stream.ended) {
    if (stream.peek() === greater) {
      stream.take();
      return;
    }
    const length = tagLength(stream, uriCharacter);
    if (length === 0) break;
    stream.skip(length);
  }
  throw new YamlFailure("this tag is never closed; write `>`", stream.mark);
}

function shorthandTag(stream: Stream): void {
  let canBeHandle = true;
  let firstOther: Mark | undefined;
  while (!stream.ended) {
    if (stream.peek() === exclamation) {
      if (!canBeHandle) throw new YamlFailure("a tag cannot hold a second `!` here", firstOther!);
      break;
    }
    if (canBeHandle && !wordCharacter.test(stream.text[stream.index]!)) {
      canBeHandle = false;
      firstOther = stream.mark;
    }
    const length = canBeHandle ? 1 : tagLength(stream, tagCharacter);
    if (length === 0) break;
    stream.skip(length);
  }
  if (!canBeHandle || stream.peek() !== exclamation) return;
  stream.take();
  const suffix = stream.index;
  for (let length = tagLength(stream, tagCharacter); length > 0; length = tagLength(stream, tagCharacter))
    stream.skip(length);
  if (stream.index === suffix)
    throw new YamlFailure("this tag needs a name after the second `!`", stream.mark);
}

/** Length of the character of a tag here, 0 if it is not one. */
function tagLength(stream: Stream, accepts: RegExp): number {
  const character = stream.text[stream.index] ?? "";
  if (accepts.test(character)) return 1;
  return character === "%" && /^[0-9a-fA-F]{2}$/.test(stream.text.slice(stream.index + 1, stream.index + 3))
    ? 3
    : 0;
}
