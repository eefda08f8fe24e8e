import { eventIdIn } from '../decode/pasted/event-texts'

/** Longest text that is looked up: the sentence of the cmdlets fits, a log does not. */
const LONGEST = 500

/** What was asked for, taken apart once. */
export interface Asked {
  /** One line, one Unicode form, without quotes and brackets around it. */
  readonly text: string
  /** Numbers it can stand for: as written, and as the hexadecimal it may be. */
  readonly numbers: readonly number[]
  /** Error code in the form `0x80041003`, where the number can be one. */
  readonly errorCode: string | null
  /** Property, class or event source named beside the number, in lower case; null where the number stands alone. */
  readonly named: string | null
  /** Whether the text calls the number an event. */
  readonly isEvent: boolean
}

const HEX = /0x([0-9a-f]{1,8})(?![0-9a-f])/i
const NUMBER = /(?<![\w.-])-?\d{1,10}(?![\w.]|,\d)/

function hexCode(value: number): string {
  return `0x${value.toString(16).padStart(8, '0')}`
}

/** A whole number as 32 unsigned bits, as Windows writes error codes: -2147217405 is 0x80041003. Null beyond 32 bits. */
function asUnsigned(value: number): number | null {
  if (value >= 0) return value <= 0xff_ff_ff_ff ? value : null
  return value >= -0x80_00_00_00 ? value + 0x1_00_00_00_00 : null
}

function numbersIn(text: string): { readonly numbers: readonly number[]; readonly errorCode: string | null } {
  const hex = HEX.exec(text)?.[1]
  if (hex !== undefined) {
    const value = Number.parseInt(hex, 16)
    return { numbers: [value], errorCode: hexCode(value) }
  }
  // "80041003" without its 0x: eight digits that begin like the errors of Windows.
  if (/^8[0-9a-f]{7}$/i.test(text)) return { numbers: [], errorCode: `0x${text.toLowerCase()}` }
  const written = NUMBER.exec(text)?.[0]
  if (written === undefined) return { numbers: [], errorCode: null }
  const value = Number(written)
  const bits = asUnsigned(value)
  return { numbers: [value], errorCode: bits !== null && bits > 0xff_ff ? hexCode(bits) : null }
}

/** Takes a question apart; null for an empty one, and for one too long to be a number, code or word. */
export function readAsked(question: string): Asked | null {
  if (question.length > LONGEST) return null
  const text = question
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ' ')
    .trim()
    .replace(/^["'“”„‘’«»`]+|(?<!["'“”„‘’«»`])["'“”„‘’«»`]+$/gu, '')
    .replace(/[?!;]$/, '')
    .trim()
  if (text === '') return null
  const eventId = /^\d+$/.test(text) ? null : eventIdIn(text)
  const { numbers, errorCode } = numbersIn(text)
  const isNumber = /^[\s[({]*(?:0x[0-9a-f]+|-?\d+)[\s\])}]*$/i.test(text)
  return {
    text,
    numbers: [...new Set([...(eventId === null ? [] : [eventId]), ...numbers])],
    errorCode,
    named: isNumber || (numbers.length === 0 && eventId === null) ? null : text.toLowerCase(),
    isEvent: eventId !== null || /storvsp|vmsmp|event|이벤트/i.test(text),
  }
}
