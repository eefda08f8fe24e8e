import { ExternalLink } from 'lucide-react'
import type { ArticleText } from '../../core/ipc'
import { useSay } from '../state/session-context'
import { Action } from './action'
import { Prose } from './prose'
import { Folded } from './raw-values'

/** "KB2956569" as Microsoft writes it; other ids are no names. */
function articleName(id: string): string | null {
  return /^KB\d+$/.test(id) ? id.replace('KB', 'KB ') : null
}

interface ArticleProps {
  readonly article: ArticleText
  readonly onOpen: (articleId: string) => void
}

function ArticleBody({ article, onOpen }: ArticleProps) {
  const say = useSay()
  const parts = [
    ['symptom', article.symptom],
    ['cause', article.cause],
    ['resolution', article.resolution],
    ['covers', article.covers],
    ['not-covers', article.notCovers],
  ] as const
  return (
    <>
      <dl className="article">
        {parts.map(
          ([part, text]) =>
            text !== null && (
              <div key={part}>
                <dt>{say(`ui.knowledge.${part}`)}</dt>
                <dd>
                  <Prose text={text} />
                </dd>
              </div>
            ),
        )}
      </dl>
      {article.caution !== null && (
        <p className="muted small">
          <Prose text={article.caution} />
        </p>
      )}
      <Action kind="link" icon={<ExternalLink size="1.05rem" aria-hidden />} onPress={() => onOpen(article.id)}>
        {say('ui.knowledge.open')}
      </Action>
    </>
  )
}

interface KnowledgePanelProps {
  /** The first one carries the result, the others are related. */
  readonly articles: readonly ArticleText[]
  readonly onOpen: (articleId: string) => void
}

/** What is known about the result: the article it rests on in full, the others on demand. */
export function KnowledgePanel({ articles, onOpen }: KnowledgePanelProps) {
  const say = useSay()
  const [main, ...related] = articles
  return (
    <section className="knowledge" aria-label={say('ui.pane.knowledge')} data-pane="">
      <h2>{say('ui.knowledge.title')}</h2>
      {main === undefined ? (
        <p className="muted">{say('ui.knowledge.none')}</p>
      ) : (
        <article className="card">
          {articleName(main.id) !== null && <h3>{articleName(main.id)}</h3>}
          <p className={articleName(main.id) === null ? 'card-title' : 'muted'}>{main.title}</p>
          <ArticleBody article={main} onOpen={onOpen} />
        </article>
      )}
      {related.length > 0 && (
        <>
          <h3 className="related">{say('ui.knowledge.related')}</h3>
          {related.map((article) => (
            <Folded
              key={article.id}
              level={4}
              title={articleName(article.id) === null ? article.title : `${articleName(article.id)}: ${article.title}`}
            >
              <ArticleBody article={article} onOpen={onOpen} />
            </Folded>
          ))}
        </>
      )}
    </section>
  )
}
