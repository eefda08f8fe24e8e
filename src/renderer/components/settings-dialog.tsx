import { FolderOpen } from 'lucide-react'
import { Checkbox, CheckboxGroup, Label, Text } from 'react-aria-components'
import type { Settings } from '../../core/model/settings'
import {
  EVENT_DAYS,
  HISTORY_DAYS,
  HISTORY_MEBIBYTES,
  REDACTIONS,
  REPORT_FORMATS,
  TEXT_SIZES,
  THEMES,
  TIME_LIMIT_SECONDS,
} from '../../core/model/settings-choices'
import { LANGUAGE_NAMES, LANGUAGES } from '../../core/model/text'
import { useApp, useSay, useSession } from '../state/session-context'
import { Action } from './action'
import { HostText } from './host-text'
import { Choice } from './choice'
import { HistorySwitch } from './history-switch'
import { Amount, Line } from './settings-fields'
import { Sheet } from './sheet'

const languages = LANGUAGES.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))

function Appearance({ settings }: { readonly settings: Settings }) {
  const say = useSay()
  const { changeSettings } = useSession()
  const system = { id: 'system', label: say('ui.settings.system') } as const
  return (
    <section className="settings-part">
      <h3>{say('settings.appearance')}</h3>
      <Choice<Settings['language']>
        label={say('ui.settings.language')}
        value={settings.language}
        options={[system, ...languages]}
        onChange={(language) => void changeSettings({ language })}
      />
      <Choice<Settings['theme']>
        label={say('ui.settings.theme')}
        value={settings.theme}
        options={THEMES.map((id) => (id === 'system' ? system : { id, label: say(`ui.settings.${id}`) }))}
        onChange={(theme) => void changeSettings({ theme })}
      />
      <Choice
        label={say('settings.text-size')}
        value={String(settings.textSize)}
        options={TEXT_SIZES.map((percent) => ({ id: String(percent), label: say('settings.percent', { percent }) }))}
        onChange={(size) => {
          const textSize = TEXT_SIZES.find((percent) => String(percent) === size)
          if (textSize !== undefined) void changeSettings({ textSize })
        }}
      />
    </section>
  )
}

function ReportFolder({ folder, isChosen }: { readonly folder: string; readonly isChosen: boolean }) {
  const say = useSay()
  const { changeSettings, chooseReportFolder } = useSession()
  return (
    <div className="choice">
      <span className="field-label">{say('settings.report-folder')}</span>
      <span className="mono small">
        <HostText text={folder} />
      </span>
      <span className="field-actions">
        <Action icon={<FolderOpen size="1.15rem" aria-hidden />} onPress={() => void chooseReportFolder()}>
          {say('settings.choose-folder')}
        </Action>
        {isChosen && (
          <Action kind="quiet" onPress={() => void changeSettings({ reportFolder: null })}>
            {say('settings.default-folder')}
          </Action>
        )}
      </span>
    </div>
  )
}

function Reports({ settings, folder }: { readonly settings: Settings; readonly folder: string }) {
  const say = useSay()
  const { changeSettings } = useSession()
  return (
    <section className="settings-part">
      <h3>{say('settings.reports')}</h3>
      <Choice<Settings['reportLanguage']>
        label={say('settings.report-language')}
        value={settings.reportLanguage}
        options={[{ id: 'window', label: say('settings.as-window') }, ...languages]}
        onChange={(reportLanguage) => void changeSettings({ reportLanguage })}
      />
      <ReportFolder folder={folder} isChosen={settings.reportFolder !== null} />
      <CheckboxGroup
        className="choice"
        value={settings.reportFormats}
        onChange={(chosen) => {
          const reportFormats = REPORT_FORMATS.filter((format) => chosen.includes(format))
          // One click always saves something.
          if (reportFormats.length > 0) void changeSettings({ reportFormats })
        }}
      >
        <Label>{say('settings.formats')}</Label>
        <div className="choice-options">
          {REPORT_FORMATS.map((format) => (
            <Checkbox key={format} value={format} className="check-option">
              {say(`settings.${format}`)}
            </Checkbox>
          ))}
        </div>
        <Text slot="description" className="muted small">
          {say('settings.formats-hint')}
        </Text>
      </CheckboxGroup>
      <Choice<Settings['redaction']>
        label={say('settings.redaction')}
        value={settings.redaction}
        options={REDACTIONS.map((id) => ({ id, label: say(`settings.redaction-${id}`) }))}
        onChange={(redaction) => void changeSettings({ redaction })}
        hint={say('settings.redaction-hint')}
      />
      <Line
        label={say('settings.organisation')}
        value={settings.organisation}
        limit={120}
        onChange={(organisation) => void changeSettings({ organisation })}
      />
      <Line
        label={say('settings.contact')}
        value={settings.contact}
        limit={200}
        onChange={(contact) => void changeSettings({ contact })}
        hint={say('settings.contact-hint')}
      />
    </section>
  )
}

function Checking({ settings }: { readonly settings: Settings }) {
  const say = useSay()
  const { changeSettings } = useSession()
  return (
    <section className="settings-part">
      <h3>{say('settings.check')}</h3>
      <Amount
        label={say('settings.time-limit')}
        value={settings.timeLimitSeconds}
        limits={TIME_LIMIT_SECONDS}
        onChange={(timeLimitSeconds) => void changeSettings({ timeLimitSeconds })}
      />
      <Amount
        label={say('settings.event-days')}
        value={settings.eventDays}
        limits={EVENT_DAYS}
        onChange={(eventDays) => void changeSettings({ eventDays })}
      />
    </section>
  )
}

function History({ settings }: { readonly settings: Settings }) {
  const say = useSay()
  const { changeSettings } = useSession()
  return (
    <section className="settings-part">
      <h3>{say('settings.history')}</h3>
      <HistorySwitch />
      {settings.history && (
        <>
          <Amount
            label={say('settings.history-days')}
            value={settings.historyDays}
            limits={HISTORY_DAYS}
            onChange={(historyDays) => void changeSettings({ historyDays })}
          />
          <Amount
            label={say('settings.history-mebibytes')}
            value={settings.historyMebibytes}
            limits={HISTORY_MEBIBYTES}
            onChange={(historyMebibytes) => void changeSettings({ historyMebibytes })}
          />
        </>
      )}
    </section>
  )
}

/** All settings; each holds as soon as it is changed. */
export function SettingsDialog() {
  const say = useSay()
  const info = useApp((state) => state.info)
  if (info === null) return null
  const { settings, reportFolder } = info
  return (
    <Sheet title={say('settings.title')}>
      <p className="muted small">{say('settings.applies')}</p>
      <Appearance settings={settings} />
      <Reports settings={settings} folder={reportFolder} />
      <Checking settings={settings} />
      <History settings={settings} />
    </Sheet>
  )
}
