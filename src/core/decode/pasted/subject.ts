import type { Line } from './text-lines'

/** Words that only texts about Hyper-V hold. */
const HYPER_V =
  /hyper-?v|msvm_|get-vm(?:integrationservice|guest)|통합 (?:서비스|구성 요소)|integrationsdienste|key-?value pair|guest[ _]service[ _]interface|storvsp|operating normally|normaler betrieb|okapplications|84EAAE65|2A34B1C2|9F8233AC|2497F4DE|5CED1297|6C09BB55/i
/** Words of virtual machines, which other products have too. */
const VIRTUAL =
  /integration[ _]?(?:service|component)|get-vm|\bvm ?name\b|\bvms?\b|virtual machine|가상 ?(?:머신|컴퓨터)|仮想マシン|virtuelle[rn]? (?:computer|maschine)|machine virtuelle|máquina virtual|macchina virtuale|виртуальн|虚拟机|虛擬機/i
/** Other hypervisors and clouds, and the other product that is called Integration Services. */
const OTHER =
  /vmware|vsphere|vcenter|\besxi?\b|\bpowercli\b|connect-viserver|proxmox|\bqemu\b|\blibvirt|\bkvm\b|xenserver|\bxcp-ng\b|citrix hypervisor|nutanix|virtualbox|\bssis\b|\bdtsx\b|sql server integration services|azure (?:vm|guest|linux|windows) agent|azure portal|\bwaagent\b|google compute engine|amazon ec2/i
/** Programs with a heartbeat of their own that also run inside a virtual machine. */
const PROGRAM = /docker|kubernetes|kubelet|\bkubectl\b|elasticsearch|rabbitmq|pacemaker|corosync|keepalived/i

/** What a text is about, as far as its words tell. */
export interface Subject {
  readonly isHyperV: boolean
  /** About another product, and nothing in it speaks of Hyper-V: "Heartbeat: OK" there is not what we judge. */
  readonly isOther: boolean
  /** Speaks of another product too, so that a line without a VM's name can be about that. */
  readonly isMixed: boolean
  /** Names a program that says "heartbeat" of itself. */
  readonly isOfProgram: boolean
}

/** The words of a line that tell what its text is about; they name products and nobody's machine. */
export function subjectWords(text: string): readonly string[] {
  return [HYPER_V, VIRTUAL, OTHER, PROGRAM].flatMap((pattern) => pattern.exec(text)?.[0] ?? [])
}

/** What the lines of a text are about. A long text is searched for other products only where somebody asks. */
export function subjectOf(lines: readonly Line[]): Subject {
  const has = (pattern: RegExp): boolean => lines.some(({ text }) => pattern.test(text))
  const isSure = has(HYPER_V)
  let mixed: boolean | null = null
  let other: boolean | null = null
  let ofProgram: boolean | null = null
  const isOther = (): boolean => (other ??= !isSure && has(OTHER))
  return {
    isHyperV: isSure || (has(VIRTUAL) && !isOther()),
    get isOther() {
      return isOther()
    },
    get isMixed() {
      return (mixed ??= has(OTHER) || has(PROGRAM))
    },
    get isOfProgram() {
      return (ofProgram ??= !isSure && has(PROGRAM))
    },
  }
}
