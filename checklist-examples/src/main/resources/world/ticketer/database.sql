CREATE TABLE events (id INT PRIMARY KEY, name VARCHAR(200) NOT NULL, venue VARCHAR(200) NOT NULL, starts_at TIMESTAMP NOT NULL);
CREATE TABLE seats (id INT PRIMARY KEY, event_id INT NOT NULL REFERENCES events (id), label VARCHAR(10) NOT NULL, UNIQUE (event_id, label));
CREATE TABLE bookings (id INT PRIMARY KEY, seat_id INT NOT NULL UNIQUE REFERENCES seats (id), email VARCHAR(320) NOT NULL, booked_at TIMESTAMP NOT NULL);

INSERT INTO events VALUES
  (1, 'Spring Concert', 'Main Hall', TIMESTAMP '2030-03-21 20:00:00'),
  (2, 'Chamber Evening', 'Small Hall', TIMESTAMP '2030-04-11 19:30:00'),
  (3, 'Open Rehearsal', 'Studio', TIMESTAMP '2030-05-02 18:00:00');

INSERT INTO seats SELECT x, 1, 'A' || x FROM SYSTEM_RANGE(1, 40);
INSERT INTO seats SELECT 100 + x, 2, 'B' || x FROM SYSTEM_RANGE(1, 20);
INSERT INTO seats SELECT 200 + x, 3, 'C' || x FROM SYSTEM_RANGE(1, 10);

INSERT INTO bookings SELECT x, x, 'guest' || x || '@example.com', TIMESTAMP '2029-12-01 09:00:00' FROM SYSTEM_RANGE(1, 5);

-- What MySQL shows of its sessions, as its own schema has it: the list looks whether each talks TLS.
CREATE SCHEMA performance_schema;
CREATE TABLE performance_schema.threads (processlist_id INT PRIMARY KEY, type VARCHAR(10), processlist_user VARCHAR(32), processlist_host VARCHAR(255), connection_type VARCHAR(16));
INSERT INTO performance_schema.threads VALUES (11, 'FOREGROUND', 'ticketer_app', '10.1.0.21', 'SSL/TLS'), (12, 'FOREGROUND', 'ticketer_app', '10.1.0.22', 'SSL/TLS');
