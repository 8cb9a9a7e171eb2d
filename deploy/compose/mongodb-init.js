// Makes the replica set and the platform's own user; does nothing the second time.
// Run by mongosh with `admin` of the first member open.

const set = { _id: 'rs0', members: [{ _id: 0, host: 'mongodb:27017' }] };

try {
  rs.status();
} catch (e) {
  if (e.codeName !== 'NotYetInitialized') {
    throw e;
  }
  rs.initiate(set);
}

while (!db.hello().isWritablePrimary) {
  sleep(500);
}

const application = db.getSiblingDB('lecturehalls');
const roles = [{ role: 'readWrite', db: 'lecturehalls' }];
const pwd = process.env.MONGODB_APP_PASSWORD;
if (application.getUser('lecturehalls')) {
  application.updateUser('lecturehalls', { pwd, roles });
} else {
  application.createUser({ user: 'lecturehalls', pwd, roles });
}
