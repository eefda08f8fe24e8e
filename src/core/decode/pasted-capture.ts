import { type Capture, CAPTURE_SCHEMA } from '../model/capture'
import type { Answers, DeviceEvent, Snapshot, Vm, VmEvents } from '../model/snapshot'
import { secondsOf } from './instant'
import { findingsOf, readingOf, type TextFindings } from './pasted/decode-pasted'
import type { PastedReading } from './pasted/reading'

/** A capture that holds nothing but a text: no rows and no ids are invented for it. `collectedAt` is the time of pasting. */
export function captureOfText(text: string, name: string | null, collectedAt: string): Capture {
  return {
    schema: CAPTURE_SCHEMA,
    collectedAt,
    complete: true,
    stopped: null,
    collector: null,
    target: { computerName: null, via: 'pasted' },
    host: {},
    asked: [],
    classes: {},
    events: [],
    access: null,
    problems: [],
    timings: {},
    pasted: { text, name },
    sha256: null,
  }
}

// One text is asked for its refusal, for the names of its VMs and for its verdicts, and again after every answer.
const findingsOfCapture = new WeakMap<NonNullable<Capture['pasted']>, TextFindings>()

/** The reading of a capture's pasted text; null for a capture of rows. The text is read once however often it is asked for. */
export function readPasted(capture: Capture, answers: Answers): PastedReading | null {
  const { pasted, collectedAt, worksheets } = capture
  if (pasted === null) return null
  let found = findingsOfCapture.get(pasted)
  if (found === undefined) {
    found = findingsOf(pasted.text)
    findingsOfCapture.set(pasted, found)
  }
  return readingOf(found, pasted.name, answers, collectedAt, worksheets)
}

function eventsOf(vm: Vm, reading: PastedReading, readAt: number): VmEvents {
  const versions: VmEvents['versions'] = Object.fromEntries(
    reading.versions
      .filter(({ vmId }) => vmId === vm.id)
      .map(({ service, negotiated, expected, line }) => [
        service,
        { negotiated, expected, evidence: { source: `pasted text, line ${line}`, value: [negotiated, expected] } },
      ]),
  )
  const devices = reading.signs
    .filter(({ vmId }) => vmId === vm.id)
    .map((sign): DeviceEvent => ({
      loaded: sign.kind === 'version-differs',
      subject: sign.subject,
      device: sign.device,
      // A text does not say when; what somebody pastes now is about now.
      seconds: readAt,
      evidence: {
        source: `pasted text, line ${sign.line}`,
        value: [sign.event, sign.device, sign.server, sign.client].filter((value) => value !== null),
      },
      ...(sign.guessed ? { guessed: true } : {}),
      ...(sign.event === null ? { isStatus: true } : {}),
    }))
  return { versions, devices, startedAt: null, resumedAt: null }
}

function hintOf(vm: Vm, reading: PastedReading): string | null {
  const hint = reading.hints.find(({ vmId }) => vmId === vm.id)?.guest
  return hint === undefined ? null : `${hint.family} ${hint.version ?? ''}`.trim()
}

/** A pasted text as a snapshot, with what its events and words say of versions and devices tied to each VM. */
export function snapshotOfText(reading: PastedReading): Snapshot {
  const readAt = secondsOf(reading.snapshot.collectedAt) ?? 0
  const vms = reading.snapshot.vms.map((vm) => ({
    ...vm,
    events: eventsOf(vm, reading, readAt),
    guestHint: vm.guest.os === 'unknown' ? hintOf(vm, reading) : null,
  }))
  return { ...reading.snapshot, vms, pastedLines: reading.lines }
}
