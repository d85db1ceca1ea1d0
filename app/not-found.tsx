import { PageFrame, PageTitle } from "@/components/ui/page-frame"
import { TextLink } from "@/components/ui/text-link"

export default function NotFound() {
  return (
    <PageFrame width="narrow">
      <PageTitle title="There is no such page" lead="The address may be mistyped." />
      <TextLink href="/">To your keys</TextLink>
    </PageFrame>
  )
}
