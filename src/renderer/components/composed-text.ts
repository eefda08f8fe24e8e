import { useRef, useState, type CompositionEvent } from 'react'

/** A text field's value while a Hangul syllable may be half composed: it is shown as it is typed, and told when it is whole. */
export interface ComposedText {
  readonly shown: string
  readonly change: (text: string) => void
  readonly input: {
    readonly onCompositionStart: () => void
    readonly onCompositionEnd: (event: CompositionEvent<HTMLInputElement>) => void
  }
}

/** Keeps a half composed text back from `onText`. `value` is what was told last. */
export function useComposedText(value: string, onText: (text: string) => void): ComposedText {
  const [composed, setComposed] = useState<string | null>(null)
  const isComposing = useRef(false)
  return {
    shown: composed ?? value,
    change: (text) => {
      if (isComposing.current) setComposed(text)
      else onText(text)
    },
    input: {
      onCompositionStart: () => {
        isComposing.current = true
      },
      onCompositionEnd: (event) => {
        isComposing.current = false
        setComposed(null)
        onText(event.currentTarget.value)
      },
    },
  }
}
