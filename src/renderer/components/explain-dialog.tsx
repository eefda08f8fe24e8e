import { Copy, ExternalLink } from 'lucide-react'
import { Input, Label, Text, TextField } from 'react-aria-components'
import type { Explanation, Meaning } from '../../core/model/explanation'
import { shownText } from '../../core/i18n/shown-text'
import { useApp, useSay, useSession } from '../state/session-context'
import { Action } from './action'
import { useComposedText } from './composed-text'
import { HostText } from './host-text'
import { Sheet } from './sheet'
import { VerdictLabel } from './verdict'

const EXAMPLES = ['32775', 'IS-12', '4010', '0x80041003', 'Degraded'] as const

/** The place of a meaning: property, value and name, as they are searched for elsewhere. */
function placeOf({ property, value, name }: Meaning): string {
  const named = name === null || name === value ? value : `${value} (${name})`
  return property === null || property === value ? named : `${property} = ${named}`
}

function MeaningCard({ meaning }: { readonly meaning: Meaning }) {
  const say = useSay()
  const { openArticle } = useSession()
  return (
    <article className="card meaning-card">
      <h3>{meaning.subject}</h3>
      <p className="muted small">
        <code>
          <HostText text={placeOf(meaning)} />
        </code>
      </p>
      <p>
        <HostText text={meaning.text} />
      </p>
      {meaning.certainty === 'unconfirmed' && <p className="muted small">{say('explain.unconfirmed')}</p>}
      <p>
        <b>{say('explain.what-to-do')}: </b>
        <HostText text={meaning.whatToDo} />
      </p>
      {meaning.rules.length > 0 && (
        <ul className="meaning-rules" aria-label={say('explain.findings')}>
          {meaning.rules.map(({ code, verdict, title }) => (
            <li key={code}>
              <span className="code">{code}</span>
              <VerdictLabel verdict={verdict} />
              <span>{title}</span>
            </li>
          ))}
        </ul>
      )}
      {meaning.articles.map(({ id, title }) => (
        <Action
          key={id}
          kind="link"
          icon={<ExternalLink size="1.05rem" aria-hidden />}
          onPress={() => void openArticle(id)}
        >
          {title}
        </Action>
      ))}
    </article>
  )
}

/** The meanings as plain text, for a ticket. */
function asText({ asked, meanings }: Explanation, todo: string): string {
  const parts = meanings.map((meaning) =>
    [`${meaning.subject}: ${placeOf(meaning)}`, meaning.text, `${todo}: ${meaning.whatToDo}`].map(shownText).join('\n'),
  )
  return [shownText(asked), ...parts].join('\n\n')
}

function Answer({ explanation }: { readonly explanation: Explanation }) {
  const say = useSay()
  const { copy } = useSession()
  const { asked, meanings } = explanation
  if (meanings.length === 0) {
    return (
      <p>
        <HostText text={say('explain.unknown', { asked })} /> {say('explain.unknown-step')}
      </p>
    )
  }
  return (
    <>
      <div className="meanings-head">
        <h2>
          <HostText text={say('explain.count', { count: meanings.length, asked })} />
        </h2>
        <Action
          kind="quiet"
          icon={<Copy size="1.05rem" aria-hidden />}
          onPress={() => void copy(asText(explanation, say('explain.what-to-do')))}
        >
          {say('explain.window.copy')}
        </Action>
      </div>
      {meanings.map((meaning) => (
        <MeaningCard key={`${meaning.kind} ${placeOf(meaning)}`} meaning={meaning} />
      ))}
    </>
  )
}

/** Tells every meaning of a number, code or word. */
export function ExplainDialog() {
  const say = useSay()
  const { setQuestion, askQuestion, showDialog } = useSession()
  const { text, explanation } = useApp((state) => state.explain)
  const composed = useComposedText(text, setQuestion)
  return (
    <Sheet
      title={say('explain.window.title')}
      actions={<Action onPress={() => showDialog(null)}>{say('ui.action.close')}</Action>}
    >
      <TextField
        className="ask-field"
        value={composed.shown}
        onChange={composed.change}
        maxLength={500}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void askQuestion()
          else event.continuePropagation()
        }}
      >
        <Label>{say('explain.window.label')}</Label>
        <span className="ask-line">
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the window was opened to type into this field */}
          <Input {...composed.input} autoFocus spellCheck={false} />
          <Action kind="primary" keys="Enter" isDisabled={text.trim() === ''} onPress={() => void askQuestion()}>
            {say('explain.window.explain')}
          </Action>
        </span>
        <Text slot="description" className="muted small">
          {say('explain.window.hint')}
        </Text>
      </TextField>
      {explanation === null ? (
        <p className="examples">
          <span className="muted">{say('explain.window.examples')}</span>
          {EXAMPLES.map((example) => (
            <Action key={example} kind="link" onPress={() => void askQuestion(example)}>
              {example}
            </Action>
          ))}
        </p>
      ) : null}
      <section aria-live="polite" className="meanings">
        {explanation !== null && <Answer explanation={explanation} />}
      </section>
    </Sheet>
  )
}
