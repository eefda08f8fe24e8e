/** `is not OK`, `of web-01 is no longer normal`, `isn't fine`, `ist nicht in Ordnung`, directly behind a service's name. */
const NOT_FINE =
  /^(?:\s(?:of|on|for|in|von|auf|de|sur)\s(?:vm\s)?[^\s,;:]{1,63})?[\s:=,'"*-]{0,4}(?:(?:service|status|state)[\s:=]{1,3}){0,2}(?:(?:is|are|was|looks?|shows?|reports?|says?|ist)\s)?["'“]?(?:not|no longer|isn['’]t|wasn['’]t|nicht(?: mehr)?|n['’]est pas|no está|non è)\s(?:at all\s|quite\s|really\s)?["'“]?(?:ok|okay|normal|fine|good|healthy|in ordnung)\b/i

/** The same in the languages that put the negation behind: `정상이 아닙니다`, `正常ではありません`, `不正常`. */
const NOT_FINE_EAST_ASIAN =
  /^(?:은|는|이|가|도|は|が)?[\s:："“「]{0,3}(?:(?:상태|状態|状态)(?:는|가|は|が)?[\s:：]?)?(?:정상["”]?(?:적으로|적이지|이|은)?\s?(?:아니|아닙|아님|아닌|않|동작하지|작동하지)|비정상|正常」?(?:では|じゃ)(?:ない|なく|ありません)|不正常)/

/**
 * What is said behind a service's name where it says that the service is not well, without saying how: the words that say
 * it; null where they do not stand there. Which status that is nobody knows, so it is no status of any kind.
 */
export function notFineIn(segment: string): string | null {
  const start = segment.slice(0, 200)
  return (NOT_FINE.exec(start) ?? NOT_FINE_EAST_ASIAN.exec(start))?.[0].trim() ?? null
}
