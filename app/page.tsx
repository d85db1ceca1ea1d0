import { sampleResult } from "@/components/start/sample-result"
import { StartPage } from "@/components/start/start-page"

export default function Page() {
  // Made here, so that the browser need not load the whole audit for one picture.
  return <StartPage sample={sampleResult()} />
}
