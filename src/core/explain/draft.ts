import type { ArticleId } from '../knowledge/articles'
import type { MeaningKind } from '../model/explanation'
import type { TextRef } from '../model/text'

/** One meaning on its way out, in no language yet. */
export interface MeaningDraft {
  readonly kind: MeaningKind
  readonly property: string | null
  readonly subject: TextRef
  readonly value: string
  readonly name: string | null
  readonly text: TextRef
  readonly todo: TextRef
  /** Codes of findings that the value can lead to. */
  readonly codes?: readonly string[]
  readonly articles?: readonly ArticleId[]
  /** From a source that nothing else confirms. */
  readonly isUnconfirmed?: boolean
}
