-- What of users' quotas is held for uploads under way. users.reserved_bytes is the sum; both change in one transaction.
CREATE TABLE reservations (
    id        uuid   PRIMARY KEY,
    user_id   uuid   NOT NULL REFERENCES users ON DELETE CASCADE,
    byte_size bigint NOT NULL CHECK (byte_size >= 0)
);
CREATE INDEX reservations_user ON reservations (user_id);
