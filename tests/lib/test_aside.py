import os
import threading

from articles.lib.aside import OneThread, held, is_held


def test_work_is_held_back_only_inside_the_block():
    assert not is_held()
    with held():
        assert is_held()
    assert not is_held()


def test_a_child_process_gets_a_thread_of_its_own():
    thread, here = OneThread("test"), threading.Event()
    thread.submit(here.set)
    assert here.wait(10)
    child = os.fork()
    if child == 0:
        there = threading.Event()
        thread.submit(there.set)
        os._exit(0 if there.wait(10) else 1)
    assert os.waitpid(child, 0)[1] == 0
