#!/bin/sh
# Starts SeaweedFS with all its parts in one process and one S3 identity, read from the environment.
set -eu

umask 077
cat > /tmp/s3.json <<JSON
{"identities": [{
  "name": "lecture-halls",
  "credentials": [{"accessKey": "$STORAGE_ACCESS_KEY", "secretKey": "$STORAGE_SECRET_KEY"}],
  "actions": ["Admin", "Read", "Write", "List", "Tagging"]
}]}
JSON
unset STORAGE_ACCESS_KEY STORAGE_SECRET_KEY

# volume.max=0: as many volumes as the disk holds.
exec weed server -dir=/data -ip=seaweedfs -ip.bind=0.0.0.0 -volume.max=0 \
  -filer -s3 -s3.port=9000 -s3.config=/tmp/s3.json -s3.allowedOrigins="$SITE_ORIGIN"
