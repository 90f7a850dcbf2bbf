-- name: forget_earlier_work(what)
-- Let go of earlier attempts at the same work, which has now been done.
DELETE FROM interruption WHERE what = $what
