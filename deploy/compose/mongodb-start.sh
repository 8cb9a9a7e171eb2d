#!/usr/bin/env bash
# Starts a member of the replica set. The members know each other by a key file that only mongod may read.
set -euo pipefail

install --mode=400 --owner=mongodb --group=mongodb /dev/null /tmp/replica.key
printf '%s' "$MONGODB_REPLICA_KEY" > /tmp/replica.key
unset MONGODB_REPLICA_KEY

exec docker-entrypoint.sh mongod --replSet rs0 --keyFile /tmp/replica.key --bind_ip_all
