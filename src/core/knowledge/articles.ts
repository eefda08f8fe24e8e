import { say } from '../i18n/translate'
import type { ArticleText } from '../ipc'
import type { GuestOs } from '../model/snapshot'
import type { Language } from '../model/text'
import type enArticle from '../i18n/en/article.json'

/** Ids of the articles; each has its texts in both languages. */
export type ArticleId = keyof typeof enArticle

/** Where each article stands. */
const ADDRESSES: Readonly<Record<ArticleId, string>> = {
  KB2956569:
    'https://learn.microsoft.com/troubleshoot/windows-server/virtualization/degraded-integration-services-message',
  KB2894285: 'https://support.microsoft.com/ja-jp/kb/2894285',
  KB4014894:
    'https://support.microsoft.com/help/4014894/vm-integration-services-status-reports-protocol-version-mismatch-on-pr',
  KB3071740: 'https://support.microsoft.com/kb/3071740',
  'manage-integration-services':
    'https://learn.microsoft.com/windows-server/virtualization/hyper-v/manage/manage-hyper-v-integration-services',
  'linux-freebsd-support':
    'https://learn.microsoft.com/windows-server/virtualization/hyper-v/supported-linux-and-freebsd-virtual-machines-for-hyper-v-on-windows',
  'linux-vm-issues':
    'https://learn.microsoft.com/troubleshoot/windows-server/virtualization/linux-virtual-machine-issue-hyper-v',
  KB972108:
    'https://learn.microsoft.com/troubleshoot/windows-server/virtualization/incompatible-version-errors-are-logged',
  'no-ip-address':
    'https://learn.microsoft.com/troubleshoot/windows-server/virtualization/get-vmnetworkadapter-doesnt-report-ip-addresses',
  KB2925727:
    'https://learn.microsoft.com/troubleshoot/windows-server/virtualization/unknown-device-vmbus-virtual-machine',
  KB4090037:
    'https://learn.microsoft.com/troubleshoot/windows-server/virtualization/copy-paste-not-work-hyper-v-vm-vmconnect-enhanced-session-mode',
  'backup-and-checkpoints':
    'https://learn.microsoft.com/troubleshoot/windows-server/virtualization/hyper-v-virtual-machine-backup-checkpoint-storage',
  'input-and-restarts':
    'https://learn.microsoft.com/troubleshoot/windows-server/virtualization/hyper-v-virtual-machine-input-migration-integration',
  'pages-that-say-update':
    'https://learn.microsoft.com/troubleshoot/windows-server/virtualization/degraded-integration-services-message',
  'host-side-services':
    'https://learn.microsoft.com/windows-server/virtualization/hyper-v/manage/manage-hyper-v-integration-services',
  'windows-guests':
    'https://learn.microsoft.com/windows-server/virtualization/hyper-v/supported-windows-guest-operating-systems-for-hyper-v-on-windows',
}

/** Articles whose own text speaks of some systems only. All others speak of hosts, or of every guest. */
const WRITTEN_FOR: Readonly<Partial<Record<ArticleId, readonly GuestOs[]>>> = {
  KB2956569: ['linux', 'freebsd', 'other'],
  'linux-freebsd-support': ['linux', 'freebsd'],
  'linux-vm-issues': ['linux'],
  KB4014894: ['windows'],
  KB3071740: ['windows'],
  'windows-guests': ['windows'],
  'no-ip-address': ['windows'],
  KB2925727: ['windows'],
  KB4090037: ['windows'],
}

// Lists of rules and symptoms are few and fixed, and asked about with every finding of ten thousand VMs.
const fitting = new WeakMap<readonly string[], Partial<Record<GuestOs, readonly string[]>>>()

/** Of some articles those that a guest of this system is a subject of; while nobody knows the system, all of them. */
export function articlesFor(ids: readonly string[], os: GuestOs): readonly string[] {
  if (os === 'unknown' || ids.length === 0) return ids
  const known = fitting.get(ids) ?? {}
  fitting.set(ids, known)
  return (known[os] ??= ids.filter((id) => !isArticleId(id) || (WRITTEN_FOR[id]?.includes(os) ?? true)))
}

/** Whether an id names an article; anything else cannot be opened. */
export function isArticleId(id: string): id is ArticleId {
  return Object.hasOwn(ADDRESSES, id)
}

/** An article in our words, with its address. Parts the article does not have are null. */
export function articleText(id: ArticleId, language: Language): ArticleText {
  const part = (name: 'symptom' | 'cause' | 'caution'): string | null => say(language, `article.${id}.${name}`) || null
  return {
    id,
    title: say(language, `article.${id}.title`),
    symptom: part('symptom'),
    cause: part('cause'),
    resolution: say(language, `article.${id}.resolution`),
    covers: say(language, `article.${id}.covers`),
    notCovers: say(language, `article.${id}.not-covers`),
    url: ADDRESSES[id],
    caution: part('caution'),
  }
}
