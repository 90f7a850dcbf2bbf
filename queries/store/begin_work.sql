-- name: begin_work(id, what, who)
-- Note down that somebody begins a piece of long work.
INSERT INTO interruption (id, what, who, happened_at)
VALUES ($id, $what, $who, now()::TIMESTAMP)
