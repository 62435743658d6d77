import { repository, version } from "../version.ts";

/**
 * The workflow for GitHub: the check of each pull request and, from the default branch, the badge and a check each week,
 * because the world changes when the files do not. Actions of others are pinned to a commit.
 */
export function workflowText(branch: string): string {
  const action = `${repository.split("/").slice(-2).join("/")}@v${version}`;
  const checkout = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";
  const upload = "github/codeql-action/upload-sarif@8aad20d150bbac5944a9f9d289da16a4b0d87c1e # v4.36.2";
  return `name: falcoverage
on:
  pull_request:
  push:
    branches: [${JSON.stringify(branch)}]
  schedule:
    - cron: "23 5 * * 1"

permissions:
  contents: read

concurrency:
  group: falcoverage-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
      pull-requests: write # the comment
      security-events: write # the findings under Security
    steps:
      - uses: ${checkout}
        with:
          persist-credentials: false
      # A tag can be moved and a commit cannot: better name the SHA of a commit. Before the first release there is no tag.
      - uses: ${action}
        id: falcoverage
      - uses: ${upload}
        # A pull request from a fork may not upload.
        if: \${{ !cancelled() && steps.falcoverage.outputs.sarif && github.event.pull_request.head.repo.fork != true }}
        with:
          sarif_file: \${{ steps.falcoverage.outputs.sarif }}

  badge:
    if: github.event_name == 'push'
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: write # the branch with the badge
    steps:
      - uses: ${checkout}
        with:
          persist-credentials: false
      - uses: ${action}
        with:
          badge-branch: badges
          fail-on: never
`;
}
