-- Two claims on one calendar never overlap, whoever writes them. Claims on a calendar being disjoint, the one that starts
-- last before the new end is the only one that can reach past the new start, so one step in the index decides.
CREATE TRIGGER claims_no_overlap_insert BEFORE INSERT ON claims
WHEN (SELECT o.ends_at FROM claims o WHERE o.calendar_id = NEW.calendar_id AND o.starts_at < NEW.ends_at AND o.id <> NEW.id
      ORDER BY o.starts_at DESC LIMIT 1) > NEW.starts_at
BEGIN SELECT RAISE(ABORT, 'claims_no_overlap'); END;

CREATE TRIGGER claims_no_overlap_update BEFORE UPDATE OF calendar_id, starts_at, ends_at ON claims
WHEN (SELECT o.ends_at FROM claims o WHERE o.calendar_id = NEW.calendar_id AND o.starts_at < NEW.ends_at AND o.id <> NEW.id
      ORDER BY o.starts_at DESC LIMIT 1) > NEW.starts_at
BEGIN SELECT RAISE(ABORT, 'claims_no_overlap'); END;

-- Who keeps what was read of a calendar's claims learns from this number that it is no longer true.
CREATE TRIGGER claims_revision_insert AFTER INSERT ON claims
BEGIN UPDATE calendars SET claims_revision = claims_revision + 1 WHERE id = NEW.calendar_id; END;
CREATE TRIGGER claims_revision_update AFTER UPDATE ON claims
BEGIN UPDATE calendars SET claims_revision = claims_revision + 1 WHERE id IN (OLD.calendar_id, NEW.calendar_id); END;
CREATE TRIGGER claims_revision_delete AFTER DELETE ON claims
BEGIN UPDATE calendars SET claims_revision = claims_revision + 1 WHERE id = OLD.calendar_id; END;

-- What happened stays as it was written.
CREATE TRIGGER events_no_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
