const PAIRS: Readonly<Record<string, readonly [afterConsonant: string, afterVowel: string]>> = {
  '이(가)': ['이', '가'],
  '은(는)': ['은', '는'],
  '을(를)': ['을', '를'],
  '과(와)': ['과', '와'],
  '(으)로': ['으로', '로'],
}

type Ending = 'vowel' | 'consonant' | 'rieul'

// Digits as they are read aloud: 0 영, 1 일, 3 삼, 6 육, 7 칠, 8 팔 end in a consonant.
const DIGITS: readonly Ending[] = [
  'consonant',
  'rieul',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'rieul',
  'rieul',
  'vowel',
]
// Letters of an acronym by their names: 엘, 엠, 엔, 알.
const LETTERS: Readonly<Record<string, Ending>> = { L: 'rieul', M: 'consonant', N: 'consonant', R: 'rieul' }

/** How a word sounds at its end; undefined where that cannot be told from the spelling (most Latin words, foreign scripts). */
function endingOf(before: string): Ending | undefined {
  const word = before.replace(/(?<!["'”’)\]\s])["'”’)\]\s]+$/u, '')
  const last = word.at(-1)
  if (last === undefined) return undefined
  const code = last.codePointAt(0) ?? 0
  if (code >= 0xac00 && code <= 0xd7a3) {
    const final = (code - 0xac00) % 28
    return final === 0 ? 'vowel' : final === 8 ? 'rieul' : 'consonant'
  }
  if (last >= '0' && last <= '9') return DIGITS[Number(last)]
  if (/(^|[^A-Za-z])[A-Z]{1,5}$/.test(word)) return LETTERS[last] ?? 'vowel'
  return undefined
}

/**
 * Chooses the Korean particle after a name or number: "web-01이(가)" becomes "web-01이".
 * Where the sound of the word is not certain (most Latin words) both forms stay, as Microsoft's own Korean texts do.
 */
export function withParticles(korean: string): string {
  return korean.replace(/이\(가\)|은\(는\)|을\(를\)|과\(와\)|\(으\)로/g, (form, at: number) => {
    const pair = PAIRS[form]
    const ending = endingOf(korean.slice(Math.max(0, at - 8), at))
    if (pair === undefined || ending === undefined) return form
    // ㄹ counts as a vowel for (으)로 alone: 서울로.
    if (ending === 'rieul') return form === '(으)로' ? pair[1] : pair[0]
    return ending === 'consonant' ? pair[0] : pair[1]
  })
}
