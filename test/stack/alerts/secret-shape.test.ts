import { expect, it } from "vitest";
import { isPlaceholder } from "../../../src/stack/alerts/placeholder.ts";
import { maskSecrets, secretsIn } from "../../../src/stack/alerts/secret-shape.ts";

const hook = "https://hooks.slack.com/workflows/not-a-real-address-of-anybody";

it("makes secrets unreadable and leaves all places where they are", () => {
  const text = `- name: SLACK_WEBHOOKURL
  value: ${hook}
- name: PAGERDUTY_ROUTINGKEY
  value: "not-a-real-routing-key"
apikey: not-a-real-key
url: http://user:not-real@example.com/
automountServiceAccountToken: false
token: *anchor
- rule: Token read
  condition: fd.name contains token
`;
  const masked = maskSecrets(text);
  expect(masked).toBe(`- name: SLACK_WEBHOOKURL
  value: ${"*".repeat(hook.length)}
- name: PAGERDUTY_ROUTINGKEY
  value: "${"*".repeat(22)}"
apikey: **************
url: ${"*".repeat("http://user:not-real@".length)}example.com/
automountServiceAccountToken: false
token: *anchor
- rule: Token read
  condition: fd.name contains token
`);
  expect(masked).toHaveLength(text.length);
});

it("takes placeholders and examples for what they are", () => {
  for (const text of [
    "https://hooks.slack.com/services/XXX/YYY/ZZZZZZZZZZZZ",
    "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX",
    "AKIAIOSFODNN7EXAMPLE",
    "http://user:$" + "{PASSWORD}@example.com",
  ])
    expect(secretsIn(text), text).toEqual([]);
});

it("ends soon on words that might go on to be a placeholder", () => {
  expect(isPlaceholder("my_slack_webhook_url")).toBe(true);
  expect(isPlaceholder(`my_${"a_".repeat(100)}!`)).toBe(false);
  expect(isPlaceholder("my_".repeat(200_000))).toBe(false);
});

it("ends soon on long lines", () => {
  for (const unit of ["-", "a", "token", "x:", "https://hooks.slack.com/services/"])
    maskSecrets(unit.repeat(200_000));
});
