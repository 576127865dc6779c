/** Pickles in pages: a page is `__main__` while it runs, and what it keeps in a session or a file another page reads. */
import { expect, test } from "vitest";
import { createWorld, plainText, visit } from "./harness.ts";

const write = `<%
import cPickle
class Cart(object):
    def __init__(self): self.items = ['tea']
Session().cart = cPickle.dumps(Cart(), 2)
f = open('cart.pickle', 'wb')
cPickle.dump([Cart(), (1, u'e')], f)
f.close()
%>`;

test("a page reads instances of its own classes from a session and from a file, also through a module of the site", () => {
  const world = createWorld({
    "write.pih": write,
    "store.py": "import pickle\ndef read(text): return pickle.loads(text)\n",
    "read.pih": `<%
import cPickle, store
class Cart(object):
    pass
cart = store.read(Session().cart)
cart.items.append('milk')
other, pair = cPickle.load(open('cart.pickle', 'rb'))
print cart.items, other.items, pair, cart.__class__ is Cart
%>`,
  });
  visit(world, "A", "/write.pih");
  expect(plainText(visit(world, "A", "/read.pih")).trim()).toBe("['tea', 'milk'] ['tea'] (1, u'e') True");
});

test("a page without the class is told so", () => {
  const world = createWorld({
    "write.pih": write,
    "read.pih": "<% import cPickle\ncPickle.loads(Session().cart) %>",
  });
  visit(world, "A", "/write.pih");
  const answer = plainText(visit(world, "A", "/read.pih"));
  expect(answer).toContain("AttributeError: 'module' object has no attribute 'Cart'");
});
