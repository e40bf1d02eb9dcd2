# docker build -t nonagon .
# docker run -d --name nonagon -p 8080:8080 -v nonagon:/data -e PUBLIC_URL=https://board.example.org nonagon
# docker exec nonagon node dist/server/main.js backup /data/monday.nonagon
#
# A folder of the host in the place of the volume must belong to uid 1000. `docker stop` takes up to 3 s, of the 10 it has:
# people are told, and what waits is written.

FROM node:24-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
# Without scripts: the only one fetches a Node, and here is one.
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM node:24-slim
ENV HOST=0.0.0.0 PORT=8080 DATA_DIR=/data
WORKDIR /nonagon
RUN mkdir /data && chown node:node /data
COPY LICENSE ./
# All that the server needs is bundled.
COPY --from=build /build/dist dist
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Without npm or a shell between, so that SIGTERM reaches the server.
CMD ["node", "--disable-proto=delete", "dist/server/main.js"]
