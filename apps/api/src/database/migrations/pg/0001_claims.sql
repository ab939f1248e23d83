-- Two claims on one calendar never overlap, whoever writes them.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE claims ADD CONSTRAINT claims_no_overlap
  EXCLUDE USING gist (calendar_id WITH =, tstzrange(starts_at, ends_at) WITH &&);

-- Who keeps what was read of a calendar's claims learns from this number that it is no longer true.
CREATE FUNCTION raise_claims_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE calendars SET claims_revision = claims_revision + 1
    WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.calendar_id ELSE NEW.calendar_id END
       OR (TG_OP = 'UPDATE' AND id = OLD.calendar_id);
  RETURN NULL;
END $$;
CREATE TRIGGER claims_revision AFTER INSERT OR UPDATE OR DELETE ON claims FOR EACH ROW EXECUTE FUNCTION raise_claims_revision();

-- What happened stays as it was written.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% are never changed or deleted', TG_TABLE_NAME; END $$;
CREATE TRIGGER events_no_change BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER events_no_truncate BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
