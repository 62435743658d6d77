# The command line in an image without a shell and without root. dist/ is committed, so nothing is installed here.
#   docker run --rm --volume "$PWD:/repository:ro" IMAGE check
FROM gcr.io/distroless/nodejs24-debian12:nonroot
WORKDIR /falcoverage
COPY --chown=0:0 package.json LICENSE ./
COPY --chown=0:0 dist ./dist
COPY --chown=0:0 docs/rules ./docs/rules
COPY --chown=0:0 schemas ./schemas
WORKDIR /repository
ENTRYPOINT ["/nodejs/bin/node", "/falcoverage/dist/cli.js"]
