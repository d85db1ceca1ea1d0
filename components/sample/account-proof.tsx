import { Notice } from "@/components/ui/notice"

/** Whether anything in the sample account differs from how it was made. Its keys' settings are the person's to change and do not count. */
export function AccountProof({ unchanged }: { readonly unchanged: boolean }) {
  if (unchanged) {
    return (
      <Notice tone="ok" title="Account unchanged">
        <p>Balances, orders, addresses and exports are as they were when the sample account was made.</p>
      </Notice>
    )
  }
  return (
    <Notice tone="danger" role="alert" title="The account was changed">
      <p>Something was sent that changed balances, orders, addresses or exports. The list below shows what it was.</p>
    </Notice>
  )
}
