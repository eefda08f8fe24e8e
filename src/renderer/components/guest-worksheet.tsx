import { Copy } from 'lucide-react'
import { useState } from 'react'
import { Label, Radio, RadioGroup, TextArea, TextField } from 'react-aria-components'
import type { WorksheetOffer } from '../../core/ipc'
import type { ProblemText } from '../../core/model/diagnosis'
import { useSay, useSession } from '../state/session-context'
import { Action } from './action'
import { HostText } from './host-text'
import { ProblemNote } from './problem-note'
import { Folded } from './raw-values'

const NAMES = { linux: 'Linux', freebsd: 'FreeBSD', windows: 'Windows' } as const

/** Commands to run inside the guest, and the field that takes what they printed as evidence about this VM. */
export function GuestWorksheet({ offer }: { readonly offer: WorksheetOffer }) {
  const say = useSay()
  const { copy, readWorksheet } = useSession()
  const [system, setSystem] = useState(offer.suggested)
  const [answer, setAnswer] = useState('')
  const [problem, setProblem] = useState<ProblemText | null>(null)
  const [isReading, setIsReading] = useState(false)
  const text = offer.texts.find((one) => one.system === system)?.text ?? ''

  async function use(given: string | null): Promise<void> {
    setIsReading(true)
    const refused = await readWorksheet(given)
    setIsReading(false)
    setProblem(refused)
    if (refused === null) setAnswer('')
  }

  return (
    <Folded title={say('worksheet.title')}>
      <div className="worksheet">
        <p className="muted">{say('worksheet.hint')}</p>
        <RadioGroup value={system} onChange={(chosen) => setSystem(chosen as typeof system)} orientation="horizontal">
          <Label>{say('worksheet.system')}</Label>
          <div className="answers">
            {offer.texts.map((one) => (
              <Radio key={one.system} value={one.system} className="answer-option">
                {NAMES[one.system]}
              </Radio>
            ))}
          </div>
        </RadioGroup>
        <TextField className="paste-field" value={text} isReadOnly>
          <Label>{say('worksheet.commands', { system: NAMES[system] })}</Label>
          <TextArea className="mono" rows={7} spellCheck={false} />
        </TextField>
        <Action icon={<Copy size="1.15rem" aria-hidden />} onPress={() => void copy(text)}>
          {say('worksheet.copy')}
        </Action>
        <TextField
          className="paste-field"
          value={answer}
          onChange={(given) => {
            setAnswer(given)
            setProblem(null)
          }}
          isInvalid={problem !== null}
        >
          <Label>{say('worksheet.answer')}</Label>
          <TextArea className="mono" rows={5} spellCheck={false} />
        </TextField>
        <div role="alert">
          {problem !== null && <ProblemNote problem={problem} onCopy={(said) => void copy(said)} />}
        </div>
        <Action isDisabled={isReading || answer.trim() === ''} onPress={() => void use(answer)}>
          {say(isReading ? 'worksheet.reading' : 'worksheet.read')}
        </Action>
        {offer.seen !== null && (
          <section>
            <h4>{say('worksheet.seen')}</h4>
            <ul className="mono">
              {offer.seen.map((line, index) => (
                <li key={index}>
                  <HostText text={line} />
                </li>
              ))}
            </ul>
            <Action kind="link" onPress={() => void use(null)}>
              {say('worksheet.take-back')}
            </Action>
          </section>
        )}
      </div>
    </Folded>
  )
}
