# A page as a template makes it: many small writes, loops over rows, escaping, a basket.
def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class Basket(object):
    def __init__(self):
        self.lines = []

    def add(self, name, price, count):
        self.lines.append({"name": name, "price": price, "count": count})

    def total(self):
        return sum([line["price"] * line["count"] for line in self.lines])


def write(*texts):
    for text in texts:
        page.append(str(text))


for visit in range(400):
    page = []
    basket = Basket()
    for i in range(40):
        basket.add("Biscuit <n> & %d" % i, 100 + i * 7, i % 5 + 1)
    write("<html><body>\n<h1>Basket of visit ", visit, "</h1>\n<table>\n")
    for number, line in enumerate(basket.lines):
        write("<tr class='", "odd" if number % 2 else "even", "'><td>", escape(line["name"]), "</td><td>")
        write(line["count"], "</td><td>%.2f</td></tr>\n" % (line["price"] * line["count"] / 100.0))
    write("</table>\n<p>Total: ", "%.2f" % (basket.total() / 100.0), "</p>\n</body></html>\n")
    text = "".join(page)
print(len(text))
print(text[:120])
